"""The reader's choice of the period of the averages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.spec.reader_choices import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping


def _is_period(spec: Mapping[str, Any], value: Any) -> bool:
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        return False
    if not all(isinstance(each, int) and not isinstance(each, bool) for each in value) or value[0] > value[1]:
        return False
    if spec["method"] == "published":
        # Published averages are known only for their own period.
        return bool(list(value) == spec["initial"]["period"])
    return bool(spec["years"][0] <= value[0] and value[1] <= spec["years"][-1])


def _periods(spec: Mapping[str, Any]) -> str:
    if spec["method"] == "published":
        return f"{tuple(spec['initial']['period'])}, the period of the averages"
    return f"(first year, last year) within {spec['years'][0]} to {spec['years'][-1]}, the first not after the last"


def _renewed(old: Mapping[str, Any], new: Mapping[str, Any], value: Any) -> Any:
    """Return all years of a newer chart for all of an older one."""
    ends = [[spec["years"][0], spec["years"][-1]] for spec in (old, new)]
    return ends[1] if list(value) == ends[0] else value


CHOICES = {"period": Choice(_is_period, _periods, needs=("method", "years"), renewed=_renewed)}
