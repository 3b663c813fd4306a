"""WIOD tables as R objects: made-up ones, and the genuine ones if they are available."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tradecontext import data
from tradecontext.errors import DataError
from tradecontext.readers import read_icio

rdata = pytest.importorskip("rdata")

RAW = Path(__file__).parents[3] / "shared/raw/bquast_wiod"
COUNTRIES, INDUSTRIES = ["MEX", "ROM", "USA", "RoW"], ["c1", "c3", "c16", "c17"]


def parts(year: int | None = 2011, **changed: Any) -> dict[str, Any]:
    """Make a table of small whole numbers."""
    rng = np.random.default_rng(2)
    size = len(COUNTRIES) * len(INDUSTRIES)
    inter = rng.integers(0, 50, (size, size)).astype(np.int32)
    final = rng.integers(20, 300, (size, len(COUNTRIES) * 5)).astype(np.int32)
    made = {
        "countries": np.array(COUNTRIES),
        "industries": np.array(INDUSTRIES),
        "final": final,
        "output": (inter.sum(axis=1) + final.sum(axis=1)).astype(np.int32),
        "inter": inter,
    }
    return ({} if year is None else {"year": np.array([year], dtype=np.int32)}) | made | changed


def saved(path: Path, objects: dict[str, Any]) -> Path:
    rdata.write_rda(path, objects)
    return path


def test_a_table_in_a_list(tmp_path: Path) -> None:
    given = parts()
    table = read_icio(saved(tmp_path / "table.RData", {"wiot_2011": given}))
    assert table.economies == ("MEX", "ROU", "USA", "ROW")
    assert (table.year, table.unit) == (2011, "usd_million")
    assert table.source.startswith("World Input-Output Database (Timmer et al. 2015), world input-output tables")
    np.testing.assert_array_equal(table.Z, given["inter"])
    np.testing.assert_array_equal(table.Y, given["final"].reshape(16, 4, 5).sum(axis=2))
    np.testing.assert_array_equal(table.x, given["output"])
    own = slice(0, 4)
    sold = given["inter"][own, 8:12].sum(axis=1) + given["final"][own, 10:15].sum(axis=1)
    assert table.gross_exports("all").loc["MEX", "USA"] == sold.sum()
    assert table.gross_exports("goods").loc["MEX", "USA"] == sold[:3].sum()
    assert table.gross_exports("manufactures").loc["MEX", "USA"] == sold[1:3].sum()


@pytest.mark.parametrize(("ending", "year"), [("95", 1995), ("11", 2011)])
def test_a_table_in_objects_named_by_year(tmp_path: Path, ending: str, year: int) -> None:
    given = {name if name in {"countries", "industries"} else name + ending: each for name, each in parts(None).items()}
    path = saved(tmp_path / "wiod.rda", given)
    assert read_icio(path).year == year
    with path.open("rb") as file:
        assert read_icio(file, year).year == year


@pytest.mark.parametrize(
    ("objects", "words"),
    [
        ({"x": np.array([1.0])}, "holds x, and not a table of WIOD's 2013 release"),
        ({"t": parts(inter=np.zeros((3, 3)))}, r"4 countries of 4 industries, and its tables are 3 by 3 \(inter\)"),
        ({"t": parts(output=np.ones(16))}, "the rows do not add up to output"),
        ({"t": parts(output=np.ones(3))}, "the rows do not add up to output"),
        ({"t": parts(inter=np.array(["a"]))}, "inter is no table of numbers"),
        (parts(None, inter95=parts()["inter"], inter96=parts()["inter"]), "holds 2 tables"),
    ],
)
def test_other_objects_are_refused(tmp_path: Path, objects: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=words):
        read_icio(saved(tmp_path / "table.RData", objects))


def test_another_year_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="has no table of 1995; it has 2011"):
        read_icio(saved(tmp_path / "table.RData", {"t": parts()}), year=1995)


@pytest.mark.parametrize(
    "content",
    [gzip.compress(b"RDX3\nX\nnothing", mtime=0), b"\x1f\x8b\x08\x00cut off", b"RDX3\nX\nnothing"],
    ids=["packed", "cut off", "nothing in it"],
)
def test_what_is_no_r_data_is_refused(content: bytes) -> None:
    with pytest.raises(DataError, match="cannot be read as an R data file"):
        read_icio(io.BytesIO(content))


def test_the_message_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "table.RData", {"t": parts()})
    monkeypatch.setitem(sys.modules, "rdata", None)
    with pytest.raises(DataError, match=r"needs rdata: pip install 'tradecontext\[icio\]'"):
        read_icio(path)


# --- genuine tables, where they are at hand ------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(not RAW.exists(), reason="the genuine tables are not beside the repository")
@pytest.mark.parametrize("year", [1995, 2011])
def test_the_genuine_tables_give_the_bundled_accounts(year: int) -> None:
    table = read_icio(RAW / f"wiot_{year}.RData", year)
    assert (table.year, len(table.economies), len(table.sectors)) == (year, 41, 35)
    rest = data.value_added_balances(aggregates=True)
    bundled = {row.partner: row for row in data.value_added_balances().itertuples() if row.year == year}
    bundled |= {row.partner: row for row in rest.itertuples() if row.year == year and row.partner == "ROW"}
    computed = table.balances("USA").set_index("partner")
    assert set(computed.index) == set(bundled)
    assert len(bundled) == 40
    half = 5e3 + 1
    same = [
        "exports", "imports", "value_added_exports", "value_added_imports",
        *(f"{flow}_{origin}_content" for flow in ("exports", "imports") for origin in ("reporter", "partner", "third")),
    ]  # fmt: skip
    for partner, row in bundled.items():
        for name in same:
            assert computed.loc[partner, name] * 1e6 == pytest.approx(getattr(row, name), abs=half), (partner, name)
    goods = data.value_added_balances("goods").query("year == @year").set_index("partner")
    for partner in ("MEX", "CAN", "CHN", "DEU"):
        split = table.content_split(partner, "USA", "goods") * 1e6
        assert split["USA"] == pytest.approx(goods.loc[partner, "imports_reporter_content"], abs=half)
        assert split.sum() == pytest.approx(goods.loc[partner, "imports"])
        steps = table.bridge("USA", partner).set_index(["flow", "step"])["amount"] * 1e6
        for flow in ("exports", "imports"):
            for step in ("absorbed", "returned", "onward", "double_counted", "foreign", "indirect"):
                expected = getattr(bundled[partner], f"{flow}_{step}")
                assert steps[flow, step] == pytest.approx(expected, abs=half), (partner, flow, step)
