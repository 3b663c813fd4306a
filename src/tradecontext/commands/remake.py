"""Make a chart again from the recipe in its spec."""

from __future__ import annotations

import inspect
import json
import warnings
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from tradecontext import data, fetch
from tradecontext.errors import DataError, UnknownOptionError, named
from tradecontext.fetch import services
from tradecontext.intake.receipts import Receipt
from tradecontext.intake.recipe import APART
from tradecontext.outputs.load import chart_class, read_spec
from tradecontext.spec import reader_choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tradecontext.spec import Spec


class NoRecipeError(DataError):
    """A spec that does not say how it is made again."""


class NotDrawnError(DataError):
    """Figures of which the chart cannot be drawn, as where some that it had are withdrawn."""


def read(file: Path, say: Callable[[str], None]) -> Spec | None:
    """Return the spec of a file; None if it cannot be read, after saying why in a message that names the file."""
    try:
        return read_spec(file)
    except DataError as error:
        say(str(error))
        return None


def receipts(spec: Spec) -> dict[str, Receipt]:
    """Return the receipts in a spec by address."""
    found = {}
    for source in spec["frame"]["sources"]:
        for line in source.get("receipts", ()):
            asked = next((each for each in services.SERVICES if line["url"].startswith(each.base)), None)
            name, terms = (asked.name, asked.terms) if asked else ("", "")
            found[line["url"]] = Receipt(name, line["url"], line["time"], line["sha256"], terms)
    return found


def remade(old: Spec) -> Spec:
    """Return the spec that the recipe makes now, with the reader's choices of the old one.

    Raises
    ------
    DataError
        If there is no recipe, it cannot be followed, or a service gives no figures.
    """
    recipe = old["frame"].get("recipe")
    if recipe is None:
        raise NoRecipeError(_without_recipe(old))
    options: dict[str, Any] = {name: _value(each) for name, each in options_of(recipe).items()}
    # Labels are kept as the words that were read, never as the path of their file.
    if paths := [each for each in options if each in APART or (each == "labels" and isinstance(options[each], str))]:
        raise DataError(f"the recipe has a path of another machine ({', '.join(paths)}): take it out")
    kind = chart_class(old["chart"])
    if strange := [repr(each) for each in options if each not in kind.options()]:
        raise DataError(f"the recipe cannot be followed: {kind.__name__} has no option {', '.join(strange)}")
    # The spec's brand, or none, whatever brand is in use here.
    options["brand"] = old.get("brand")
    if "logo" in old["frame"]:
        options["logo"] = old["frame"]["logo"]
    frame = _frame(recipe["call"], _object(recipe["arguments"]))
    try:
        chart = kind(frame, **options)
    except (UnknownOptionError, TypeError) as error:
        raise DataError(f"the recipe cannot be followed: {error}") from None
    except DataError as error:
        raise NotDrawnError(str(error)) from None
    initial: Mapping[str, Any] = old["initial"]
    for name, choice in initial.items():
        now = reader_choices.renewed(old, chart.spec, name, choice)
        # A choice that the new figures do not offer is dropped.
        if now is not None and reader_choices.offered(chart.spec, name, now):
            setattr(chart, name, now)
    return chart.present()


def options_of(recipe: Mapping[str, Any]) -> dict[str, Any]:
    """Return the author's options in a recipe."""
    return _object(recipe["options"])


def fetched(spec: Spec) -> Iterator[tuple[bool, Callable[[], Any]]]:
    """Yield, for each fetched frame of a chart, whether it has the chart's own figures, and what makes it."""
    recipe = spec["frame"].get("recipe")
    if recipe is None:
        return
    frames = [(True, recipe["call"], _object(recipe["arguments"]))]
    frames += [(False, each["call"], each["arguments"]) for each in options_of(recipe).values() if _is_frame(each)]
    for of_chart, call, arguments in frames:
        if call.startswith("fetch."):
            yield of_chart, partial(_frame, call, arguments)


@contextmanager
def in_plain_lines(file: Path, say: Callable[[str], None], told: set[str]) -> Iterator[None]:
    """Say each warning as one line, once in a run: in the mail of a scheduler, Python's lines of code would be noise.

    Parameters
    ----------
    file : Path
        The spec that is worked on.
    say : callable
        Prints a line.
    told : set of str
        The warnings that were said before, to which these are added.
    """
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        try:
            yield
        finally:
            for each in caught:
                message = " ".join(str(each.message).split())
                if issubclass(each.category, UserWarning) and message not in told:
                    told.add(message)
                    say(f"{named(file)}: note: {message}")


def _without_recipe(spec: Spec) -> str:
    if any(address.startswith(services.ICIO.base) for address in receipts(spec)):
        return (
            "it has no recipe: it was made from an input-output table (tradecontext.fetch.icio), of which a chart "
            "keeps the receipt alone. The OECD does not revise the tables of an edition; for another edition or year, "
            "make it anew from your own code"
        )
    return (
        "it has no recipe: it was not made straight from tradecontext.fetch, or figures or rows were changed in "
        "between; make it anew from your own code"
    )


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        raise DataError("the recipe is damaged: its arguments or options are not JSON") from None
    return found if isinstance(found, dict) else {}


def _value(value: Any) -> Any:
    """Return an option; one that was a frame is made again."""
    if _is_frame(value):
        return _frame(str(value["call"]), dict(value["arguments"]))
    return value


def _is_frame(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {"call", "arguments"}


def _frame(call: str, arguments: dict[str, Any]) -> Any:
    module, _, name = call.partition(".")
    known = {"fetch": fetch, "data": data}.get(module)
    if known is None or name not in known.__all__:
        raise DataError(f"the recipe has {call!r}, which is no function of tradecontext.fetch or tradecontext.data")
    function = getattr(known, name)
    takes = inspect.signature(function).parameters
    if strange := [repr(each) for each in arguments if each not in takes]:
        raise DataError(
            f"the recipe cannot be followed: tradecontext.{call} has no argument {', '.join(strange)}; it takes "
            f"{', '.join(takes) or 'none'}"
        )
    return function(**arguments)
