"""A house's font as a file for the web, and files that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.ttLib import TTFont, woff2

import tradecontext as tc
from tradecontext.brand import file

if TYPE_CHECKING:
    from collections.abc import Callable

INTER = Path(tc.__file__).parent / "fonts" / "Inter-Regular.ttf"


def font(path: Path) -> dict[str, Any]:
    """Return a house's font as a spec has it."""
    files = [{"path": str(path), "weight": 400}]
    fonts = [{"family": "House", "source": "file", "files": files}]
    made: dict[str, Any] = file.read({"typography": {"base": "House", "fonts": fonts}})["font"]
    return made


def saved(folder: Path, flavor: str | None, change: Callable[[Any], None] = lambda _: None) -> Path:
    """Save the bundled font in another format."""
    made = TTFont(INTER)
    change(made)
    made.flavor = flavor
    made.save(folder / f"House.{flavor or 'ttf'}")
    return folder / f"House.{flavor or 'ttf'}"


@pytest.mark.slow
@pytest.mark.parametrize("flavor", ["woff", "woff2"])
def test_a_font_of_the_web_is_the_same_font(tmp_path: Path, flavor: str) -> None:
    made, plain = font(saved(tmp_path, flavor)), font(INTER)
    for use in ("regular", "bold"):
        assert made[use]["widths"] == plain[use]["widths"]
        assert made[use]["src"].startswith("data:font/ttf;base64,AAEAAA")


def test_a_font_that_needs_brotli_says_so_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "House.woff2").write_bytes(b"wOF2" + bytes(100))
    monkeypatch.setattr(woff2, "haveBrotli", False)
    with pytest.raises(tc.DataError, match=r'House\.woff2. is WOFF2, .* pip install "tradecontext\[brand\]"'):
        font(tmp_path / "House.woff2")


@pytest.mark.parametrize("flavor", ["woff", "woff2"])
def test_a_damaged_font_is_refused_by_name(tmp_path: Path, flavor: str) -> None:
    path = saved(tmp_path, flavor)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + bytes(len(content) // 2))
    with pytest.raises(tc.DataError, match=rf"House\.{flavor}.* is no font that can be read"):
        font(path)


def test_a_font_that_may_not_be_embedded_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = saved(tmp_path, None, lambda made: setattr(made["OS/2"], "fsType", 2))
    with pytest.raises(tc.DataError) as caught:
        font(path)
    assert str(caught.value).count("the font") == 1
    assert "may not be embedded" in str(caught.value)
