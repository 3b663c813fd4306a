"""Finding all faults of a spec: by its schema, by the checks of every chart, and by the chart's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.spec.faults import around, rows, schema
from tradecontext.spec.faults.checked import CheckedSpec
from tradecontext.spec.folders import part

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from tradecontext.spec.as_json import Fields


def find(
    spec: Fields, validator: Callable[[Fields], Fields], out_of_range: Collection[tuple[str, ...]]
) -> Iterator[str]:
    """Yield all faults of a spec of a known chart and version.

    The checks that a schema cannot express run on the fields that conform to the schema, so that one wrong field does
    not hide other faults.

    Parameters
    ----------
    spec : dict
        The spec: plain JSON.
    validator : callable
        The chart's schema, as compiled by fastjsonschema.
    out_of_range : collection of tuple of str
        Paths of numbers that are not finite or too large; these faults have been reported already.
    """
    errors = schema.errors(spec, validator)
    others = (error for error in errors if tuple(error.path[1:]) not in out_of_range)
    yield from dict.fromkeys(fault for error in others for fault in schema.said(error))
    checked = CheckedSpec(spec, [*(error.path[1:] for error in errors), *out_of_range])
    yield from around.faults(checked)
    yield from rows.faults(checked)
    yield from part(spec["chart"], "faults").faults(checked)
