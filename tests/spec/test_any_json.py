"""Whatever is in place of a spec or of its parts, it is drawn or refused: properties over any JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from golden import about, golden
from tradecontext import spec as contract
from tradecontext.outputs.page import page
from tradecontext.outputs.safe import safe
from tradecontext.spec import charts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradecontext.chart import Chart

Place = tuple[str | int, ...]
DROP = object()


def places(value: Any, path: Place = ()) -> list[Place]:
    """Return the path of every value in a spec, except its root."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for step, each in steps for found in [(*path, step), *places(each, (*path, step))]]


NUMBERS = st.one_of(st.integers(), st.floats(), st.sampled_from([0, -0.0, 1e300, -1e300, 5e-324, 2**63, 1e309]))
TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(), max_size=8),
    st.sampled_from(["</script>", "\u202e", "\ud800", "a\n", "javascript:x", "x" * 3000, "=1+1", "-", "deficit"]),
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)


def rich(chart: str) -> dict[str, Any]:
    """Return the golden spec of a chart that has the most controls."""
    return golden(f"{chart}/{about(chart).CONTROLS}")


def drawn_or_refused(make: Callable[[], Chart]) -> None:
    """Draw a spec, or refuse it with a DataError; anything else fails the test."""
    try:
        chart = make()
    except tc.DataError:
        return
    spec = chart.spec
    assert contract.validate(spec) is spec
    for text in (page(spec), safe(spec), chart.to_csv(), chart.to_json()):
        assert "NaN%" not in text
        assert "Infinity" not in text
        text.encode("utf-8")


@pytest.mark.parametrize("chart", charts())
@given(st.data())
def test_mutated_specs_are_drawn_or_refused(chart: str, data: st.DataObject) -> None:
    spec: Any = rich(chart)
    changes = st.tuples(st.sampled_from(places(spec)), st.one_of(JSON, st.just(DROP)))
    for place, value in data.draw(st.lists(changes, min_size=1, max_size=3)):
        at = spec
        try:
            for step in place[:-1]:
                at = at[step]
            if value is DROP:
                del at[place[-1]]
            else:
                at[place[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    drawn_or_refused(lambda: tc.from_spec(spec))


@given(st.one_of(JSON, st.dictionaries(st.sampled_from(["chart", "version", "frame", "rows", "x"]), JSON)))
def test_any_json_is_refused_and_nothing_worse(value: Any) -> None:
    with pytest.raises(tc.DataError):
        contract.migrate(value)
    if not isinstance(value, str):
        with pytest.raises(tc.DataError):
            tc.from_spec(value)


@pytest.mark.parametrize("chart", charts())
@given(st.data())
def test_parts_replaced_by_anything(chart: str, data: st.DataObject) -> None:
    spec = rich(chart)
    parts = data.draw(st.dictionaries(st.sampled_from(list(spec)), JSON, min_size=1))
    drawn_or_refused(lambda: tc.from_spec({**spec, **parts}))
