"""What does not hold in a spec, found all at once: by its schema, by what every chart has, and by the chart's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.spec.faults import around, rows, schema
from tradecontext.spec.faults.held import Held
from tradecontext.spec.folders import part

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from tradecontext.spec.as_json import Fields


def find(spec: Fields, validator: Callable[[Fields], Fields], endless: Collection[tuple[str, ...]]) -> Iterator[str]:
    """Say everything that does not hold in a spec of a known chart and version.

    What a schema cannot say is looked for in the parts that hold to it, so that one wrong field hides no other fault.

    Parameters
    ----------
    spec : dict
        The spec: plain JSON.
    validator : callable
        Holds a spec to the chart's schema, as fastjsonschema compiles it.
    endless : collection of tuple of str
        Where numbers are not finite, which has been said.
    """
    errors = schema.errors(spec, validator)
    others = (error for error in errors if tuple(error.path[1:]) not in endless)
    yield from dict.fromkeys(fault for error in others for fault in schema.said(error))
    held = Held(spec, [*(error.path[1:] for error in errors), *endless])
    yield from around.faults(held)
    yield from rows.faults(held)
    yield from part(spec["chart"], "faults").faults(held)
