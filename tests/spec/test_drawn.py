"""A mutated spec is either refused with a message, or every output of it is drawn without placeholders of the engine."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradecontext as tc
from golden import CASES, golden
from tradecontext.spec import contract

Place = tuple[str | int, ...]
NO_WORDS = re.compile(r"NaN|Infinity|undefined|\[object Object\]|\bnan\b|\binf\b")
"""Text that JavaScript prints for missing or wrong values."""
KINDS = ("safe", "inline", "component")


def places(value: Any, path: Place = ()) -> list[Place]:
    """Return the path of every value in a spec, except its root."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for step, each in steps for found in [(*path, step), *places(each, (*path, step))]]


READ = {case: spec for case in CASES if len((spec := golden(case))["rows"]) <= 20}
PLACES = [(case, place) for case, spec in READ.items() for place in places(spec)]
NUMBERS = [None, 0, 1, -1, 5e-324, -5e-324, 1e-9, 0.5, 1.5, 1e9, 1e19, 1e21, 1e300, -1e300, 1e309, float("nan"), 2024]
WORDS = [
    "",
    " ",
    "0",
    "{n}",
    "{span}",
    "{",
    "$&",
    "<b>",
    "x" * 300,
    "12.5%",
    "2024-02-30",
    "1e400",
    "https://[",
    "\u202e",
]
OTHERS = [*WORDS, [], {}, [None], [0.5, None, "x"], {"text": "x"}, True, "rtl", "lines", "name", "total", "bridge"]
EXTREME = st.sampled_from([*NUMBERS, *OTHERS])
STEP = st.tuples(st.sampled_from(["drop", "replace", "swap", "copy", "scale"]), EXTREME, st.integers(0, 10**6))


def mutated(spec: dict[str, Any], place: Place, how: str, value: Any, number: int) -> None:
    """Remove the value at a path, replace it, or swap it with another of its list or object."""
    at: Any = spec
    for step in place[:-1]:
        at = at[step]
    key, others = place[-1], list(at) if isinstance(at, dict) else range(len(at))
    other = others[number % len(others)]
    if how == "drop":
        del at[key]
    elif how == "replace":
        at[key] = copy.deepcopy(value)
    elif how == "swap":
        at[key], at[other] = at[other], at[key]
    elif how == "copy":
        at[key] = copy.deepcopy(at[other])
    elif isinstance(at[key], (int, float)):
        at[key] *= (0, 0.1, 10, -1, 1 + 1e-7, 1e-3, 1e3)[number % 7]


def drawn(chart: Any, *, pictures: bool) -> None:
    """Draw every output; none may contain "undefined", "NaN" or the like."""
    made = {kind: chart.embed(kind) for kind in KINDS}
    made |= {"html": chart.to_html(), "csv": chart.to_csv(), "svg": chart.to_svg(), "json": chart.to_json()}
    for name, text in made.items():
        shown = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
        assert not NO_WORDS.search(shown), (name, NO_WORDS.search(shown))
        text.encode("utf-8")
    if pictures:
        assert chart.to_png().startswith(b"\x89PNG")
        assert chart.to_pdf().startswith(b"%PDF")


def drawn_or_refused(spec: dict[str, Any], *, pictures: bool = False) -> None:
    found = contract.faults(spec)
    if found:
        with pytest.raises(tc.DataError) as refusal:
            tc.from_spec(spec)
        assert list(refusal.value.faults[:100]) == found[:100]
        assert all(len(fault) > 10 for fault in found)
    else:
        drawn(tc.from_spec(spec), pictures=pictures)


@pytest.mark.slow
@given(st.sampled_from(PLACES), st.lists(STEP, min_size=1, max_size=3))
@settings(max_examples=300)
def test_any_spec_is_refused_or_drawn(start: tuple[str, Place], steps: list[tuple[str, Any, int]]) -> None:
    case, place = start
    spec = copy.deepcopy(READ[case])
    mutated(spec, place, *steps[0])
    for how, value, number in steps[1:]:
        there = places(spec)
        mutated(spec, there[number % len(there)], how, value, number)
    drawn_or_refused(spec)


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in READ if case.endswith(("/plain", "/bridge"))])
def test_every_field_taken_out_by_itself(case: str) -> None:
    """An optional field that a renderer relies on would print "undefined"."""
    spec = READ[case]
    rows = {place for place in places(spec) if place[0] == "rows" and len(place) > 1 and place[1] not in {0, 1}}
    for place in places(spec):
        if place not in rows and isinstance(place[-1], str):
            less = copy.deepcopy(spec)
            mutated(less, place, "drop", None, 0)
            drawn_or_refused(less)


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in READ if not case.endswith("hostile")])
def test_every_golden_spec_is_drawn_in_words(case: str) -> None:
    drawn_or_refused(copy.deepcopy(READ[case]), pictures=case.endswith("plain"))
