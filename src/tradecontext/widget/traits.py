"""The three kinds of attribute a chart has: the author's options, the reader's choices, and the spec."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, overload

import traitlets as t

from tradecontext.errors import DataError
from tradecontext.intake import table
from tradecontext.spec import copied

if TYPE_CHECKING:
    from typing import Self

DEEPEST = 8

Value = TypeVar("Value")
Read = TypeVar("Read")
Given = TypeVar("Given")


class Option(t.TraitType[Value, Value]):
    """An author's option. Assigning it draws the chart again; a refused value leaves the chart as it was.

    One with the tag ``words`` has words that no source of figures can confirm.
    """

    allow_none = True

    def validate(self, obj: Any, value: Any) -> Any:  # noqa: ARG002 (the base class's signature)
        """Freeze lists and mappings and copy data frames, so that they cannot change without the chart's notice."""
        return frozen(value)

    def set(self, obj: Any, value: Any) -> None:
        """Assign through :meth:`Chart.update`."""
        if obj.settled:
            obj.update(**{str(self.name): value})
        else:
            super().set(obj, value)


class HeadlineOption(Option[str | None]):
    """The headline shown: the author's, or else the chart's own for the reader's present choices."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, obj: None, cls: type[Any]) -> Self: ...

        @overload
        def __get__(self, obj: Any, cls: type[Any]) -> str: ...

        def __get__(self, obj: Any, cls: type[Any]) -> Self | str: ...

        def __set__(self, obj: Any, value: str | None) -> None: ...

    def get(self, obj: Any, cls: Any = None) -> Any:
        """Return the headline shown."""
        own = super().get(obj, cls)
        return obj.present()["frame"]["headline"] if own is None and obj.trait_has_value("spec") else own


def frozen(value: Any, depth: int = 0) -> Any:
    """Return an option's value as a chart stores it: immutable, with data frames copied."""
    if depth > DEEPEST:
        raise DataError(f"an option is nested at most {DEEPEST} levels deep")
    if isinstance(value, (list, tuple)):
        return tuple(frozen(each, depth + 1) for each in value)
    if isinstance(value, Mapping):
        return MappingProxyType({key: frozen(each, depth + 1) for key, each in value.items()})
    if not hasattr(value, "columns"):
        return value
    # A data frame of another library is stored as pandas: traitlets compares the old and the new value with ==, and
    # polars would compare the frames cell by cell.
    return table(value).copy()


def thawed(value: Any) -> Any:
    """Return the value with dicts for read-only mappings, which Python can neither copy deeply nor pickle."""
    if isinstance(value, tuple):
        return tuple(thawed(each) for each in value)
    return {key: thawed(each) for key, each in value.items()} if isinstance(value, MappingProxyType) else value


class ReaderState(t.TraitType[Read, Given]):
    """A reader's choice, which notebook and page both change; a value that the chart does not offer is refused."""

    def validate(self, obj: Any, value: Any) -> Any:
        """Return the value as the chart stores it, or refuse one that the chart does not offer."""
        return obj.checked_state(str(self.name), value)


class SpecTrait(t.TraitType[Read, NoReturn]):
    """The spec that is drawn. Reading it gives a copy; assigning it is refused."""

    def get(self, obj: Any, cls: Any = None) -> Any:
        """Return a copy of the spec."""
        return copied(super().get(obj, cls))

    def set(self, obj: Any, value: Any) -> None:
        """Set the spec, if the chart itself does so; refuse it otherwise."""
        # At the end of hold_trait_notifications, traitlets assigns each trait its own value again: that is allowed.
        if obj.settled and value != self.get(obj):
            raise DataError("spec is made from the data and the options: change those, or start with tc.from_spec(…)")
        super().set(obj, value)


def signature(
    init: Callable[..., None], options: Mapping[str, Option[Any]], choices: Sequence[str]
) -> inspect.Signature:
    """Return a chart's signature: the data as `init` takes it, the options, and the reader's choices."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    own = inspect.signature(init).parameters["data"]
    # A required table has no default, although `init` has one that detects a missing table; an optional table has None.
    data = inspect.Parameter("data", own.kind, default=None if own.default is None else inspect.Parameter.empty)
    given = {**{name: trait.default_value for name, trait in options.items()}, **dict.fromkeys(choices)}
    return inspect.Signature([data, *(inspect.Parameter(name, keyword, default=each) for name, each in given.items())])
