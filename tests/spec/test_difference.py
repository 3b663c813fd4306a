"""The differences between two specs, as reported to the desk that corrects a chart."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from golden import CASES, golden, golden_file
from tradecontext.commands import places
from tradecontext.commands.changes import record, report
from tradecontext.commands.cli import program
from tradecontext.spec.difference import ABSENT, GROUPS, Change, differences

if TYPE_CHECKING:
    from pathlib import Path

Place = tuple[str | int, ...]


def leaves(value: Any, path: Place = ()) -> list[Place]:
    """Return the path of every leaf in a spec: figures, words, and empty lists and objects."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [leaf for step, each in steps for leaf in leaves(each, (*path, step))]
    return found or [path]


def at(spec: Any, path: Place) -> Any:
    for step in path:
        spec = spec[step]
    return spec


def changed(spec: dict[str, Any], path: Place, value: Any) -> dict[str, Any]:
    spec = copy.deepcopy(spec)
    at(spec, path[:-1])[path[-1]] = value
    return spec


def other(value: Any) -> Any:
    """Return another value for a leaf, as similar as possible."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (int, float)):
        return value + 1
    return f"{value} " if isinstance(value, str) else "some" if value is None else [1]


READ = {case: golden(case) for case in CASES}
PLACES = [(case, path) for case in CASES for path in leaves(READ[case])]
OTHERS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(), st.just([]))


@given(st.sampled_from(CASES))
def test_nothing_differs_between_a_spec_and_its_copy(case: str) -> None:
    spec = READ[case]
    assert differences(spec, copy.deepcopy(spec)) == []
    assert report([], spec, spec) == ""


@given(st.sampled_from(PLACES), st.one_of(st.just(ABSENT), OTHERS))
def test_any_one_field_that_changes_is_told(place: tuple[str, Place], value: Any) -> None:
    case, path = place
    old = READ[case]
    was = at(old, path)
    if value is ABSENT or (value == was and isinstance(value, bool) == isinstance(was, bool)):
        value = other(was)
    new = changed(old, path, value)
    if path[-1] == "partner" and not isinstance(value, str):
        new = changed(old, path, f"{was}_")
    found = differences(old, new)
    assert found
    assert {change.group for change in found} <= set(GROUPS)
    # In the other direction the same fields change.
    assert {change.where for change in differences(new, old)} == {change.where for change in found}
    # Figures are found by their year, period or partner.
    if path[0] in {"years", "periods"} or path[-1] == "partner":
        return
    (change,) = found
    assert (change.old, change.new) == (was, value) or change.printed == (was, value)
    names = {row["partner"]: row["name"] for spec in (old, new) for row in spec["rows"]}
    assert places.place(change.where, names) in report(found, old, new)
    json.dumps(record(change))


@pytest.mark.slow
@given(st.sampled_from([case for case in CASES if READ[case]["rows"]]), st.data())
def test_a_row_less_and_rows_in_another_order_are_told(case: str, data: st.DataObject) -> None:
    old = READ[case]
    rows = old["rows"]
    one, two = (data.draw(st.integers(0, len(rows) - 1)) for _ in "ab")
    less = {**old, "rows": rows[:one] + rows[one + 1 :]}
    gone = f"rows[{rows[one]['partner']}]"
    assert [(each.group, each.where, each.new) for each in differences(old, less)] == [("rows", gone, ABSENT)]
    assert [(each.group, each.where, each.old) for each in differences(less, old)] == [("rows", gone, ABSENT)]
    turned = list(rows)
    turned[one], turned[two] = rows[two], rows[one]
    found = differences(old, {**old, "rows": turned})
    assert {each.group for each in found} == ({"order"} if one != two else set())


@pytest.fixture(scope="module")
def revised() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a spec of the Census Bureau's first figures for 2024, and one of the revised figures with a correction."""
    first, later = (tc.data.us_goods_trade(vintage) for vintage in ("2025-04", "2025-10"))
    words = {"correction": ("2025-10-09", "The Census Bureau revised its figures.")}
    return tc.DeficitRanking(first, year=2024).spec, tc.DeficitRanking(later, year=2024, **words).spec


def test_a_revision_as_it_is_told(revised: tuple[dict[str, Any], dict[str, Any]]) -> None:
    lines = report(differences(*revised), *revised).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "Figures",
        "Sources",
        "Vintages and definitions",
        "Words",
    ]
    assert "  Mexico (MEX), deficit: 171.8 → 171.5 (171,809,240,000 → 171,491,244,175)" in lines
    assert "  Vietnam (VNM), deficit: 123.5, printed as before (123,463,001,000 → 123,457,028,336)" in lines
    assert "  Mexico (MEX), imports: 505,850,599,000 → 505,523,174,525" in lines
    assert "  source 1, vintage: 2025-04 → 2025-10" in lines
    assert "  correction, date: (not there) → 2025-10-09" in lines
    alt = lines.index("  alternative text")
    assert "$295.4\u00a0billion" in lines[alt + 1]
    assert "$295.5\u00a0billion" in lines[alt + 2]


def test_rows_and_order_as_they_are_told() -> None:
    old = golden("deficit_ranking/plain")
    first, second, third, *rest = copy.deepcopy(old["rows"])
    new = {**old, "rows": [second, first, {**third, "partner": "XYZ", "name": "Elsewhere"}, *rest]}
    assert report(differences(old, new), old, new).splitlines() == [
        "Rows",
        "  - Vietnam (VNM): deficit 123.5 (123,457,028,336)",
        "  + Elsewhere (XYZ): deficit 123.5 (123,457,028,336)",
        "Order",
        "  Mexico (MEX): row 2 → 1",
    ]


def test_yearly_figures_are_known_by_their_year() -> None:
    old = golden("input_reliance/plain")
    new = copy.deepcopy(old)
    new["years"].append(2012)
    for row in new["rows"]:
        row["shares"].append(None)
    new["rows"][0]["shares"][-1] = 0.08
    new["rows"][0]["shares"][3] = 0.5
    found = [change for change in differences(old, new) if "[AUS]" in change.where or "years" in change.where]
    assert found == [
        Change("figures", "years[17]", ABSENT, 2012),
        Change("figures", "rows[AUS].shares.1998", old["rows"][0]["shares"][3], 0.5),
        Change("figures", "rows[AUS].shares.2012", ABSENT, 0.08),
    ]


def test_a_note_more_is_no_change_of_those_around_it() -> None:
    old = golden("input_reliance/plain")
    notes = old["frame"]["notes"]
    new = {**old, "frame": {**old["frame"], "notes": [notes[0], "Another.", *notes[1:]]}}
    assert differences(old, new) == [Change("words", "frame.notes[1]", ABSENT, "Another.")]


def test_two_charts_of_different_kinds_are_told_apart() -> None:
    old, new = golden("input_reliance/plain"), golden("adjusted_balance/bridge")
    found = differences(old, new)
    assert Change("settings", "chart", "input_reliance", "adjusted_balance") in found
    assert report(found, old, new)


class TestCommand:
    def run(self, *arguments: object) -> Any:
        return CliRunner().invoke(program, ["diff", *map(str, arguments)])

    def test_it_ends_as_diff_does(self, tmp_path: Path) -> None:
        path = golden_file("deficit_ranking/plain")
        other = tmp_path / "other.json"
        other.write_text(json.dumps({**golden("deficit_ranking/plain"), "theme": "dark"}), "utf-8")
        same = self.run(path, path)
        assert (same.exit_code, same.output) == (0, "")
        different = self.run(path, other)
        assert (different.exit_code, different.output) == (1, "Settings\n  theme: auto → dark\n")
        (tmp_path / "bad.json").write_text("{}", "utf-8")
        trouble = self.run(path, tmp_path / "bad.json")
        assert (trouble.exit_code, trouble.stdout) == (2, "")
        assert f"Error: '{tmp_path}/bad.json': spec field chart is None" in trouble.stderr

    def test_as_json(self, tmp_path: Path) -> None:
        old, spec = tmp_path / "old.json", golden("deficit_ranking/plain")
        del spec["rows"][1]["exports"], spec["rows"][1]["imports"]
        old.write_text(json.dumps(spec), "utf-8")
        spec["rows"][1] |= {"deficit": 172491244175, "text": "172.5"}
        spec["rows"][1]["annotation"] = "Ñ"
        (tmp_path / "new.json").write_text(json.dumps(spec), "utf-8")
        result = self.run(old, tmp_path / "new.json", "--json")
        assert result.exit_code == 1
        assert json.loads(result.stdout) == [
            {
                "group": "figures",
                "where": "rows[MEX].deficit",
                "old": 171491244175,
                "new": 172491244175,
                "printed": ["171.5", "172.5"],
            },
            {"group": "words", "where": "rows[MEX].annotation", "new": "Ñ"},
        ]
