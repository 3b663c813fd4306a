"""The figures for others: the CSV with its notes and sources, and the data package that describes it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from frictionless import validate

import tradecontext as tc
from golden import golden
from tradecontext.commands.render import plan, render

if TYPE_CHECKING:
    from pathlib import Path

LICENCE = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
ONE_OF_EACH = [
    "deficit_ranking/everything",
    "input_reliance/second",
    "adjusted_balance/bridge",
    "adjusted_balance/estimates_only",
    "comparative_advantage/plain",
    "balance_over_time/months",
]


def frame(chart: Any) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(chart.to_csv().removeprefix("\ufeff")))


@pytest.mark.parametrize("case", ONE_OF_EACH)
def test_a_table_says_where_it_is_from_and_what_it_means(case: str) -> None:
    chart = tc.from_spec(golden(case))
    chart.update(licence=LICENCE, note="=1+1 is a note")
    words, found = chart.spec["frame"], frame(chart)
    for line in words["sources"]:
        assert found["source"].str.contains(line["text"], regex=False).all()
        if "url" in line:
            assert found["source_url"].str.contains(line["url"], regex=False).all()
    assert (found["licence"] == LICENCE[1]).all()
    for note in (*words["key"], *words["notes"]):
        assert note in found["notes"][0]
    # Notes stand once, so that a long table stays small.
    assert found["notes"].notna().sum() in {1, len(found)}


def test_notes_are_no_formula() -> None:
    spec = golden("deficit_ranking/plain")
    spec["frame"] |= {"key": [], "notes": [], "note": "=1+1"}
    assert frame(tc.from_spec(spec))["notes"][0] == "'=1+1"


@pytest.mark.slow
@pytest.mark.parametrize("case", ONE_OF_EACH)
def test_it_is_valid_by_the_standard_with_its_table(case: str, tmp_path: Path) -> None:
    """The library checks the description by the published profile, and every cell, size and digest of the table."""
    chart = tc.from_spec(golden(case))
    chart.update(licence=LICENCE, byline="A. Reporter")
    file = chart.save(tmp_path / "figures.datapackage.json")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["figures.csv", "figures.datapackage.json"]
    assert (tmp_path / "figures.csv").read_bytes() == chart.to_csv().encode()
    report = validate(str(file))
    assert report.valid, report.flatten(["type", "message"])
    (tmp_path / "figures.csv").write_bytes(chart.to_csv().encode().replace(b"0", b"1"))
    assert not validate(str(file)).valid


def test_it_says_title_sources_licence_columns_and_units(tmp_path: Path) -> None:
    chart = tc.from_spec(golden("deficit_ranking/everything"))
    chart.licence = LICENCE
    said = json.loads(chart.save(tmp_path / "datapackage.json").read_text("utf-8"))
    words = chart.spec["frame"]
    assert (said["name"], said["title"], said["description"]) == ("us-deficits-2024", words["headline"], words["alt"])
    assert [(each["title"], each["path"], each["version"]) for each in said["sources"]] == [
        (line["text"], line["url"], line["vintage"]) for line in words["sources"]
    ]
    assert said["licenses"] == [{"name": "CC-BY-4.0", "path": LICENCE[1], "title": "CC BY 4.0"}]
    [resource] = said["resources"]
    assert resource["path"] == "us-deficits-2024.csv"
    assert (tmp_path / resource["path"]).is_file()
    fields = {each["name"]: each for each in resource["schema"]["fields"]}
    assert list(fields) == list(frame(chart).columns)
    assert (fields["deficit_2024_USD"]["type"], fields["deficit_2024_USD"]["unit"]) == ("number", "USD")
    assert fields["rank"]["type"] == "integer"
    assert fields["partner"]["type"] == "string"


def test_what_is_not_known_is_not_said(tmp_path: Path) -> None:
    chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024)
    said = json.loads(chart.save(tmp_path / "x.datapackage.json").read_text("utf-8"))
    assert not {"licenses", "contributors", "homepage"} & set(said)
    assert said["name"] == "deficit_ranking"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Mexiko & ñ", "A", "...", "x" * 200])
def test_a_name_is_one_of_the_standard_whatever_the_file_is_called(name: str, tmp_path: Path) -> None:
    chart = tc.from_spec(golden("deficit_ranking/plain"))
    assert validate(str(chart.save(tmp_path / f"{name}.datapackage.json"))).valid


def test_it_has_no_size(tmp_path: Path) -> None:
    with pytest.raises(tc.DataError, match=r"width cannot be given for datapackage\.json"):
        tc.from_spec(golden("deficit_ranking/plain")).save(tmp_path / "datapackage.json", width=500)
    assert not list(tmp_path.iterdir())


def test_the_command_writes_the_table_too_and_takes_neither_for_a_spec(tmp_path: Path) -> None:
    chart = tc.from_spec(golden("deficit_ranking/plain"))
    chart.save(tmp_path / "a.json")
    for _ in range(2):
        [done] = render(plan([tmp_path], tmp_path, ["datapackage"]))
        assert done.fault is None
        assert {file.name for file in (*done.written, *done.kept)} == {"a.csv", "a.datapackage.json"}
    assert validate(str(tmp_path / "a.datapackage.json")).valid
