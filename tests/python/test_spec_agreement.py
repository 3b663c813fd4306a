"""Specs of strangers and of editors' hands: what does not agree is refused by name, and what is not refused draws."""

from __future__ import annotations

import copy
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

import tradecontext as tc
from golden import SPECS
from tradecontext.cli import program
from tradecontext.spec import faults, validate

if TYPE_CHECKING:
    from pathlib import Path

NO_WORD = re.compile(r"\b(?:NaN|Infinity|undefined|null|\[object Object\])\b")


def golden(chart: str, name: str) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads((SPECS / chart / f"{name}.json").read_text("utf-8"))
    return spec


def put(spec: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return a copy with one field changed, "rows.0.text"; a field is taken out with ``...``."""
    changed = copy.deepcopy(spec)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = changed
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return changed


RANKING, RELIANCE, ADVANTAGE = (
    ("deficit_ranking", "everything"),
    ("input_reliance", "plain"),
    ("comparative_advantage", "plain"),
)
CONTENT, BALANCES, BRIDGE = (("adjusted_balance", name) for name in ("content", "value_added", "bridge"))
WRONG: list[tuple[tuple[str, str], str, Any, str]] = [
    (RANKING, "rows.0.text", "18.8", r"rows\[0\]\.deficit is .* its text says '18\.8'"),
    (RANKING, "rows.1.deficit", 1.0, r"rows\[1\]\.deficit"),
    (RANKING, "rows.0.exports", 5, r"rows\[0\]\.deficit is .*imports less exports are"),
    (RANKING, "rows.0.compare.text", "up 99.0%", r"rows\[0\]\.compare\.text is 'up 99\.0%', and the change"),
    (RANKING, "rows.0.context.text", "99.9%", r"rows\[0\]\.context\.value is .*'99\.9%'"),
    (RANKING, "rows.0.context.value", None, r"rows\[0\]\.context\.value is None"),
    (RANKING, "rows.0.rank", 3, r"rows\[\d\]\.rank is"),
    (RANKING, "rows.1.name_rank", 0, r"name_rank is 0, as that of"),
    (RANKING, "columns.context", ..., r"rows\[0\]\.context has no column; add columns\.context"),
    (RANKING, "initial.selection", ["NOBODY"], r"initial\.selection=\['NOBODY'\] is not in the chart"),
    (RANKING, "initial.sort_by", "size", r"initial\.sort_by is 'size'"),
    (RANKING, "frame.published", "2024-02-30", r"frame\.published is '2024-02-30', a day that no calendar has"),
    (RANKING, "frame.updated", "2020-01-01", r"frame\.updated is '2020-01-01', before frame\.published"),
    (RANKING, "frame.correction.date", "2025-13-01", r"frame\.correction\.date is '2025-13-01'"),
    (RANKING, "frame.sources.0.url", "https://[bad", r"frame\.sources\[0\]\.url is 'https://\[bad', which is no web"),
    (RANKING, "frame.notes", ["x"] * 201, r"frame\.notes is too long: 201, at most 200"),
    (RELIANCE, "rows.0.shares", [], r"rows\[0\]\.shares has 0 figures for 17 years"),
    (RELIANCE, "rows.0.shares.0", 0.9, r"rows\[0\]\.first is 0\.9, and its text says"),
    (RELIANCE, "rows.0.last.text", "50%", r"rows\[0\]\.last is"),
    (RELIANCE, "rows.0.first.year", 1900, r"rows\[0\]\.first\.year is 1900; the years are 1995 to 2011"),
    (RELIANCE, "scale.ticks.1.value", 0.9, r"scale\.ticks\[2\]\.value is 0\.4, not above the tick before it"),
    (RELIANCE, "scale.ticks.1.text", "25%", r"scale\.ticks\[1\]\.value is 0\.2, and its text says '25%'"),
    (RELIANCE, "initial.period", [1990, 2000], r"initial\.period=\[1990, 2000\] is not in the chart"),
    (ADVANTAGE, "rows.0.text", "18.0", r"rows\[0\]\.rca is .*'18\.0'"),
    (ADVANTAGE, "rows.0.rca", None, r"rows\[0\]\.rca is None"),
    (ADVANTAGE, "rows.0.values.0", 0.5, r"rows\[0\]\.first is 0\.5"),
    (ADVANTAGE, "scale.ticks.0.value", 0.001, r"scale\.ticks\[0\]\.value is 0\.001, off the scale"),
    (ADVANTAGE, "period", [1994, 2050], r"period is \[1994, 2050\]; it has to lie within 1988 to 2021"),
    (CONTENT, "rows.0.text", "90¢", r"rows\[0\]\.content is .*'90¢'"),
    (CONTENT, "rows.0.content", [0.5, 0.5, 0.5], r"rows\[0\]\.content adds up to 1\.5"),
    (BALANCES, "rows.0.gross_text", "\u22122.0", r"rows\[0\]\.gross is"),
    (BALANCES, "rows.0.change", 1e9, r"rows\[0\]\.change is .*value_added less gross"),
    (BALANCES, "scale.ticks.0.text", "\u22127", r"scale\.ticks\[0\]\.value"),
    (BRIDGE, "rows.1.from", 5e9, r"rows\[1\] begins at 5000000000"),
    (BRIDGE, "rows.1.text", "+999", r"rows\[1\]\.to is"),
]


@pytest.mark.parametrize(
    ("which", "path", "value", "told"), WRONG, ids=[f"{w[0]}.{p}-{i}" for i, (w, p, _, _) in enumerate(WRONG)]
)
def test_what_does_not_agree_is_refused_by_name(
    which: tuple[str, str], path: str, value: Any, told: str, tmp_path: Path
) -> None:
    spec = golden(*which)
    assert faults(spec) == []
    wrong = put(spec, path, value)
    assert any(re.search(told, fault) for fault in faults(wrong)), faults(wrong)
    with pytest.raises(tc.DataError):
        tc.from_spec(wrong)
    file = tmp_path / "chart.json"
    file.write_text(json.dumps(wrong), "utf-8")
    with pytest.raises(tc.DataError):
        tc.from_spec(file)


def test_validate_and_render_refuse_it_and_tell_all_of_it(tmp_path: Path) -> None:
    spec = golden(*RANKING)
    for path, value in (("rows.0.text", "1.0"), ("frame.published", "2024-02-30"), ("initial.selection", ["NOBODY"])):
        spec = put(spec, path, value)
    file = tmp_path / "chart.json"
    file.write_text(json.dumps(spec), "utf-8")

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(program, [str(each) for each in arguments])

    said = run("validate", file)
    assert said.exit_code != 0
    for words in ("rows[0].deficit", "2024-02-30", "NOBODY"):
        assert words in said.output
    assert run("render", file, "-o", tmp_path / "out").exit_code != 0
    assert not (tmp_path / "out").exists()


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from(["", "x", "NaN", "12.5%", "\u202e", "2024-02-30", "1e400", "https://[", "{span}", "{"]),
    st.lists(st.one_of(st.none(), st.floats(0, 1), st.text(max_size=3)), max_size=3),
    st.dictionaries(
        st.sampled_from(["text", "year", "value", "x"]), st.one_of(st.none(), st.text(max_size=3)), max_size=2
    ),
)
CHARTS = sorted(path.name for path in SPECS.iterdir() if path.is_dir())


@st.composite
def altered(draw: st.DrawFn) -> dict[str, Any]:
    """A golden spec in which a few fields are replaced, taken out or put elsewhere."""
    chart = draw(st.sampled_from(CHARTS))
    names = sorted(path.stem for path in (SPECS / chart).glob("*.json") if path.stat().st_size < 60_000)
    spec = golden(chart, draw(st.sampled_from(names)))
    for _ in range(draw(st.integers(1, 3))):
        place: Any = spec
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(place[key], (dict, list)) and draw(st.integers(0, 5)):
                place = place[key]
                continue
            change = draw(st.sampled_from(["replace", "replace", "delete", "scale"]))
            if change == "delete":
                del place[key]
            elif change == "scale" and isinstance(place[key], (int, float)) and not isinstance(place[key], bool):
                place[key] = place[key] * draw(st.sampled_from([-1, 0, 0.001, 1000]))
            else:
                place[key] = draw(VALUES)
            break
    return spec


@settings(max_examples=150)
@given(altered())
def test_a_spec_is_refused_in_words_or_drawn_whole(spec: dict[str, Any]) -> None:
    try:
        valid = validate(spec)
    except tc.DataError as error:
        assert str(error).strip()  # noqa: PT017
        return
    chart = tc.from_spec(valid)
    own = " ".join(str(value) for value in _texts(valid))
    for made in (chart.to_html(), chart.embed("safe"), chart.embed("inline"), chart.to_svg()):
        drawn = re.sub(r"<script.*?</script>|<style.*?</style>", "", made, flags=re.DOTALL)
        for word in NO_WORD.findall(drawn):
            assert word in own, word
    chart.to_csv()
    io.BytesIO(chart.to_png(width=320, scale=0.5))


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value
