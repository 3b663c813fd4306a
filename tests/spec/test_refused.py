"""Invalid specs of others are refused wherever a spec is read, with all faults by field."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from bad_spec_fields import FIELDS
from bad_specs import ASSUMED, CONTENT, DROP, FIGURES, RICH, Edited, edited
from golden import golden
from tradecontext.commands.cli import program
from tradecontext.outputs.load import chart_class
from tradecontext.spec import contract
from tradecontext.text.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

SPECS = [*FIGURES, *FIELDS]
DOCS = (Path(__file__).parents[2] / "docs/bad-input.md").read_text("utf-8").partition("## Specs")[2]


@pytest.mark.parametrize("case", SPECS, ids=lambda case: f"{case.case}: {case.words[:50]}")
def test_refused_by_name(case: Edited) -> None:
    spec = case.spec()
    found = contract.faults(spec)
    assert any(re.search(case.words, fault) for fault in found), found
    assert all(fault.isprintable() and len(fault) < 500 for fault in found)
    with pytest.raises(tc.DataError) as refusal:
        tc.from_spec(spec)
    assert list(refusal.value.faults) == found[:100]


def test_the_docs_have_every_line_and_no_other() -> None:
    assert set(re.findall(r"^\| (.+?) \| .+? \|$", DOCS, re.MULTILINE)[1:]) == {case.line for case in SPECS}


MANY = {
    ("rows", 0, "text"): "29.6",
    ("rows", 1, "deficit"): float("nan"),
    ("rows", 2, "text"): 123.5,
    ("rows", 3, "rank"): 1,
    ("rows", 4, "compare"): DROP,
    ("frame", "updated"): "2024-02-30",
    ("frame", "html"): "<b>",
    ("year",): "2024",
}
NAMED = {
    "rows[0].text is '29.6'",
    "rows[1].deficit is nan",
    "rows[2].text is 123.5",
    "rows[3].rank is 1",
    "rows[4] has no field 'compare'",
    "frame has a field 'html'",
    "year is '2024'",
}


def put(path: Path, spec: Any) -> Path:
    path.write_text(json.dumps(spec), "utf-8")
    return path


def test_all_faults_at_once_wherever_a_spec_comes_in(tmp_path: Path) -> None:
    spec = edited(golden(RICH), MANY)
    found = contract.faults(spec)
    assert {name for name in NAMED if any(f"spec field {name}" in fault for fault in found)} == NAMED
    path = put(tmp_path / "x.json", spec)
    ways: list[Callable[[], object]] = [
        lambda: tc.from_spec(spec),
        lambda: tc.from_spec(path),
        lambda: tc.DeficitRanking.from_spec(spec),
        lambda: contract.validate(spec),
    ]
    for way in ways:
        with pytest.raises(tc.DataError) as refusal:
            way()
        assert [fault.removeprefix(f"'{path}': ") for fault in refusal.value.faults] == found
    commands = (
        ["validate", path],
        ["render", path, "-o", tmp_path / "out"],
        ["embed", path, "safe"],
        ["diff", path, path],
    )
    for command in commands:
        result = CliRunner().invoke(program, [str(each) for each in command])
        said = (result.stdout if command[0] == "validate" else result.stderr).splitlines()
        assert [f"'{path}': {fault}" for fault in found] == [
            line.removeprefix("- ") for line in said if str(path) in line
        ]
        assert result.exit_code in {1, 2}
    assert not (tmp_path / "out").exists()


def test_of_very_many_faults_an_error_names_a_hundred() -> None:
    spec = golden("deficit_ranking/many")
    for row in spec["rows"]:
        row["text"] += "1"
    more = len(contract.faults(spec)) - 100
    assert more > 50
    with pytest.raises(tc.DataError) as refusal:
        tc.from_spec(spec)
    *named, last = refusal.value.faults
    assert len(named) == 100
    assert last == f"… and {more} faults more"


def test_a_field_that_is_there_twice(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"chart": "deficit_ranking", "rows": [{"text": "1.0", "text": "2.0"}]}', "utf-8")
    with pytest.raises(tc.DataError, match=r"x.json' has the field 'text' twice in one place; keep one"):
        tc.from_spec(path)


def test_a_spec_of_another_chart() -> None:
    with pytest.raises(tc.DataError, match="chart is 'deficit_ranking'; InputReliance draws 'input_reliance'"):
        chart_class("input_reliance").from_spec(golden(RICH))


class TestWhatIsLeftToAnEditor:
    """An editor's own words, removed rows, and figures with fewer decimals are not faults."""

    @pytest.mark.parametrize(
        ("case", "changes"),
        [
            (RICH, {("rows", 9, "text"): "we sell 17.9 more"}),
            (RICH, {("rows", 0, "text"): "296"}),
            (RICH, {("rows", 0, "text"): "295.52"}),
            (RICH, {("rows", 0, "compare", "text"): "5.7% more than in 2023"}),
            (RICH, {("rows", 11, "context", "text"): "none since 1997"}),
            (RICH, {("frame", "dateline", 1): "Brought up to date on 21 October 2025"}),
            (ASSUMED, {("rows", 0, "text"): "30 of 100"}),
            ("comparative_advantage/plain", {("rows", 0, "annotation"): "A remark"}),
        ],
    )
    def test_words(self, case: str, changes: dict[tuple[str | int, ...], Any]) -> None:
        assert contract.faults(edited(golden(case), changes)) == []

    def test_the_rows_left_keep_their_unit(self) -> None:
        spec = golden("deficit_ranking/sizes")
        spec["rows"] = [row for row in spec["rows"] if abs(row["deficit"]) < 1e9]
        for place, row in enumerate(spec["rows"]):
            row["name_rank"] = place
        assert [row["text"] for row in spec["rows"]] == ["0.004", "<0.001"]
        assert contract.faults(spec) == []

    def test_a_language_that_is_not_shipped(self) -> None:
        spec = golden("deficit_ranking/plain")
        spec["locale"]["tag"] = "fr"
        for row in spec["rows"]:
            row["text"] = row["text"].replace(".", ",")
            row["context"] = {}
            del row["context"]
        assert contract.faults(spec) == []
        spec["rows"][0]["text"] = "29,6"
        assert len(contract.faults(spec)) == 1


@given(st.floats(-1e14, 1e14), st.sampled_from(["en", "es"]), st.integers(1, 9))
def test_any_figure_is_what_its_language_prints_and_no_other(deficit: float, tag: str, factor: int) -> None:
    spec = golden("deficit_ranking/one_row" if tag == "en" else "deficit_ranking/spanish")
    language = Language(tag, chart="deficit_ranking")
    spec["rows"] = [{**spec["rows"][0], "deficit": deficit, "name_rank": 0, "rank": 1}]
    (row,) = spec["rows"]
    for field in ("exports", "imports", "highlight", "context", "compare"):
        row.pop(field, None)
    spec["columns"] = {name: spec["columns"][name] for name in ("partner", "deficit")}
    text = language.in_column(abs(deficit), 9)
    row["text"] = language.phrase("surplus_value", number=text) if deficit < 0 else text
    assert contract.faults(spec) == []
    row["deficit"] = deficit * 10**factor
    assert bool(contract.faults(spec)) == (language.in_column(abs(deficit) * 10**factor, 9) != text)


@given(
    st.tuples(*[st.integers(0, 10_000)] * 2).filter(lambda parts: sum(parts) <= 10_000), st.tuples(*[st.booleans()] * 3)
)
def test_cents_are_rounded_each_or_so_that_they_add_to_a_hundred(parts: tuple[int, int], up: tuple[bool, ...]) -> None:
    spec = golden(CONTENT)
    hundredths = [*parts, 10_000 - sum(parts)]
    cents = [part // 100 + (more and part % 100 > 0) for part, more in zip(hundredths, up, strict=True)]
    plain = [(part + 50) // 100 for part in hundredths]
    row = spec["rows"][0]
    row["content"] = [part / 10_000 for part in hundredths]
    for name, cent in zip(("text", "partner_text", "third_text"), cents, strict=True):
        row[name] = f"{cent}¢"
    assert bool(contract.faults(spec)) == (sum(cents) != 100 and cents != plain)
