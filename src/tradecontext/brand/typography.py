"""The fonts of a brand.yml: which files are meant, and how heavy each is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tradecontext.brand import fonts
from tradecontext.errors import DataError, named, shown
from tradecontext.paths import given_path

if TYPE_CHECKING:
    from pathlib import Path

FAMILY = re.compile(r"[A-Za-z0-9\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f .+-]{0,59}")
SERIF = re.compile(
    r"serif|georgia|times|garamond|baskerville|caslon|didot|bodoni|tiempos|lora|merriweather", re.IGNORECASE
)
SANS = re.compile(r"sans|grotes[kq]", re.IGNORECASE)
WEIGHTS = {"thin": 100, "light": 300, "normal": 400, "regular": 400, "medium": 500, "semi-bold": 600, "bold": 700}
REGULAR, BOLD = 400, 600


def typed(typography: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    """Return what is said of a part of the text; a name alone is that of its font."""
    found = typography.get(part)
    if isinstance(found, str):
        return {"family": found}
    return found if isinstance(found, Mapping) else {}


class Typography:
    """The section of that name, with paths that start from a folder, and what stands in for its fonts."""

    def __init__(self, content: Mapping[str, Any], folder: Path, fallback: Any) -> None:
        self.content = content
        self.folder = folder
        self.fallback = fallback

    def base(self) -> dict[str, Any] | None:
        """Return the font of all text, as a spec has it."""
        own = typed(self.content, "base")
        return self._font("typography.base", own, {"regular": _weight(own, REGULAR), "bold": BOLD})

    def headings(self) -> dict[str, Any] | None:
        """Return the font of the headline, if it is another one."""
        own = typed(self.content, "headings")
        if "family" not in own and "weight" not in own:
            return None
        base = typed(self.content, "base").get("family")
        made = self._font("typography.headings", {"family": base, **own}, {"bold": _weight(own, BOLD)})
        if made and made["family"] == base:
            # Another weight of the same font has a name of its own, so that both can be told apart.
            made = self._font("typography.headings", {**own, "family": base}, {"bold": _weight(own, BOLD)}, " Headline")
            same = self._font("typography.base", {"family": base}, {"bold": BOLD}, " Headline")
            return None if made == same else made
        return made

    def _font(
        self, where: str, own: Mapping[str, Any], uses: Mapping[str, int], also: str = ""
    ) -> dict[str, Any] | None:
        family = own.get("family")
        if family is None:
            return None
        if not isinstance(family, str) or not FAMILY.fullmatch(family):
            raise DataError(f"{where}.family is {shown(family)}; give the name of a font: letters, digits and spaces")
        fallback = "serif" if SERIF.search(family) and not SANS.search(family) else "sans-serif"
        made: dict[str, Any] = {"family": family + also, "fallback": self.fallback or fallback}
        if made["fallback"] not in {"serif", "sans-serif"}:
            raise DataError(f"defaults.tradecontext.fallback is {shown(made['fallback'])}; give serif or sans-serif")
        files = self._files(family)
        for use, weight in uses.items() if files else ():
            path = min(files, key=lambda each: _far(each[1], weight))[0]
            made[use] = fonts.face(path, _changed(path), made["family"], REGULAR if use == "regular" else BOLD)
        return made

    def _files(self, family: str) -> list[tuple[Path, tuple[int, int]]]:
        """Return the files of a font with the weights that each has; none for one that the reader's system may have."""
        listed = self.content.get("fonts") or []
        for place, each in enumerate(listed if isinstance(listed, Sequence) else []):
            if not isinstance(each, Mapping) or each.get("family") != family:
                continue
            where, source = f"typography.fonts[{place}]", each.get("source", "system")
            if source == "system":
                return []
            if source != "file":
                raise DataError(
                    f"{where} ({shown(family)}) has the source {shown(source)}, which every page would have to ask "
                    "for it: download its files, and give source: file with files:"
                )
            found = each.get("files")
            files = [self._file(f"{where}.files[{at}]", one) for at, one in enumerate(found or [])]
            upright = [(path, weights) for path, weights, style in files if style != "italic"]
            if not upright:
                raise DataError(f"{where} ({shown(family)}) has no files; list at least one upright font")
            return upright
        return []

    def _file(self, where: str, value: Any) -> tuple[Path, tuple[int, int], str]:
        own = value if isinstance(value, Mapping) else {"path": value}
        path = own.get("path")
        if not isinstance(path, str) or "://" in path:
            raise DataError(f"{where} is {shown(path)}; give the path of a file beside the brand")
        style = str(own.get("style", "italic" if "italic" in path.lower() else "normal"))
        return self.folder / given_path(path, "read"), _weights(where, own.get("weight"), path), style


def _weight(own: Mapping[str, Any], default: int) -> int:
    weight = own.get("weight", default)
    return WEIGHTS.get(str(weight), default) if not isinstance(weight, int) else weight


def _weights(where: str, given: Any, path: str) -> tuple[int, int]:
    """Return the lightest and the heaviest weight of a file, from what is said of it or else from its name."""
    if given is None or given == "auto":
        told = re.sub(r"[^a-z]", "", path.lower())
        guess = next((each for name, each in WEIGHTS.items() if name.replace("-", "") in told), REGULAR)
        return (100, 900) if "variable" in told or "[wght]" in path else (guess, guess)
    found = [WEIGHTS.get(each) or int(each) for each in str(given).split("..") if each.isdigit() or each in WEIGHTS]
    if not found or len(found) > 2:
        raise DataError(
            f"{where}.weight is {shown(given)}; give a number such as 400, a name such as bold, or 400..700"
        )
    return found[0], found[-1]


def _far(weights: tuple[int, int], wanted: int) -> tuple[int, int]:
    """Return how far a file's weights are from a weight; at equal distance, the heavier comes first."""
    low, high = weights
    return max(low - wanted, wanted - high, 0), -high


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise DataError(f"the font {named(path)} cannot be read: {error.strerror}") from None
