"""What schemas say of fields beyond their kind holds together: it names groups, texts and roles that there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tradecontext.spec import charts, reader_choices, schema, shape
from tradecontext.spec.difference import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN = set(re.findall(r"^``(x-\w+)``$", str(shape.__doc__), flags=re.MULTILINE))


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """Every object in a schema, the schema first."""
    if isinstance(part, dict):
        yield part
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from objects(each)


@pytest.mark.parametrize("name", ["frame", *charts()])
def test_every_keyword_is_explained(name: str) -> None:
    said = {key for each in objects(schema(name)) for key in each if key.startswith("x-")}
    assert said <= KNOWN
    assert said


@pytest.mark.parametrize("name", ["frame", *charts()])
def test_a_keyword_says_what_there_is(name: str) -> None:
    for each in objects(schema(name)):
        if "x-group" in each:
            assert each["x-group"] in GROUPS
        if each.get("x-yearly"):
            assert shape.Shape((each, name)).says("type") == "array"
        if "x-sums" in each:
            assert set(each["x-sums"]) < set(shape.Shape((each, name)).says("enum"))
        fields = each.get("properties", {})
        for title, field in fields.items():
            if isinstance(field, dict) and "x-text" in field:
                assert shape.Shape((fields[field["x-text"]], name)).says("x-words"), title


@pytest.mark.parametrize("chart", charts())
def test_every_choice_of_a_chart_is_one_that_can_be_judged(chart: str) -> None:
    own = set(schema(chart)["properties"]["initial"]["properties"]) - {"sort_by", "selection"}
    assert own == set(reader_choices.own(chart))
    for choice in reader_choices.own(chart).values():
        assert set(choice.needs) <= set(schema(chart)["properties"])


def test_what_is_nearer_goes_before_and_what_is_unknown_says_nothing() -> None:
    whole = shape.Shape.of("input_reliance", "adjusted_balance")
    sources = whole.at("frame").at("sources")
    assert (sources.says("x-group"), sources.at("[0]").at("vintage").says("x-group")) == ("sources", "vintages")
    # What two charts have is looked up in both.
    assert whole.at("rows").at("[]").at("shares").says("x-yearly")
    assert whole.at("rows").at("[]").at("role").says("x-sums") == ["others", "rest", "total"]
    assert whole.at("nothing").at("in it").says("x-group") is None
    assert shape.Shape.of("pie").says("x-place") is None
