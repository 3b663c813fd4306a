"""The three kinds of attribute a chart has: the author's options, the reader's choices, and the spec."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import traitlets as t

from tradecontext.errors import DataError


class Option(t.TraitType[Any, Any]):
    """An author's option. Assigning it draws anew; a refused value leaves the chart as it was."""

    allow_none = True

    def validate(self, obj: Any, value: Any) -> Any:  # noqa: ARG002 (the base class's signature)
        """Freeze lists and mappings, so that they cannot change unseen."""
        if isinstance(value, list):
            return tuple(value)
        return MappingProxyType(dict(value)) if isinstance(value, Mapping) else value

    def set(self, obj: Any, value: Any) -> None:
        """Assign through :meth:`Chart.update`."""
        if obj.settled:
            obj.update(**{str(self.name): value})
        else:
            super().set(obj, value)


class ReaderState(t.TraitType[Any, Any]):
    """What a reader changes, both ways between notebook and page; refused where the chart has no such thing."""

    def validate(self, obj: Any, value: Any) -> Any:
        """Hold the value to what the drawn chart offers."""
        return obj.checked_state(str(self.name), value)


class SpecTrait(t.TraitType[Any, Any]):
    """The contract as drawn: a copy to read, never to assign."""

    def get(self, obj: Any, cls: Any = None) -> Any:
        """Return a copy."""
        return copy.deepcopy(super().get(obj, cls))

    def set(self, obj: Any, value: Any) -> None:
        """Take a spec from the chart itself alone."""
        if obj.settled:
            raise DataError("spec is made from the data and the options: change those, or start with tc.from_spec(…)")
        super().set(obj, value)
