"""Make a chart again from its recipe: with figures fetched anew, or from the kept answers to verify it."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from tradecontext import data, fetch
from tradecontext.commands.changes import report
from tradecontext.errors import DataError, UnknownOptionError, named
from tradecontext.fetch import answers, services
from tradecontext.intake import provenance
from tradecontext.intake.receipts import Receipt
from tradecontext.intake.recipe import APART
from tradecontext.outputs.files import write as write_whole
from tradecontext.outputs.load import chart_class, read_spec
from tradecontext.spec import reader_choices, to_json
from tradecontext.spec.difference import differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from tradecontext.spec import Spec
    from tradecontext.spec.difference import Change

_PERIODS = ("year", "period", "years", "periods")


class NoRecipeError(DataError):
    """A spec that does not say how it is made again."""


def refresh(files: Iterable[Path], say: Callable[[str], None], *, write: bool) -> int:
    """Say what would change in each spec, and write it if asked; return the exit code."""
    code = 0
    for file in files:
        if write and file.suffix.lower() != ".json":
            say(f"{named(file)}: only a .json file is written anew; refresh that, and draw the picture of it again")
            code = 2
            continue
        try:
            old = read_spec(file)
            new = refreshed(old)
        except NoRecipeError as error:
            say(f"{named(file)}: {error}")
            continue
        except DataError as error:
            say(f"{named(file)}: {error}")
            code = 2
            continue
        changes = differences(old, new)
        if not changes:
            say(f"{named(file)}: nothing new")
            continue
        code = code or 1
        say(f"{named(file)}:\n{report(changes, old, new)}")
        if drafted := correction(old, new, changes):
            say(f"A draft, if the chart is published: correction={drafted!r}")
        if write:
            write_whole({file: to_json(new, indent=1) + "\n"})
            say("Written.")
    return code


def verify(files: Iterable[Path], say: Callable[[str], None]) -> int:
    """Say of each spec whether its figures are those of the kept answers; return the exit code."""
    code = 0
    for file in files:
        try:
            spec = read_spec(file)
            wrong = unverified(spec)
        except DataError as error:
            say(f"{named(file)}: {error}")
            code = 2
            continue
        say(f"{named(file)}: {'these are not the figures of the answers' if wrong else 'verified'}")
        if wrong:
            say(report(wrong, spec, spec))
            code = code or 1
    return code


def refreshed(old: Spec) -> Spec:
    """Return a chart's spec with the figures that its publishers have now.

    Raises
    ------
    DataError
        If it has no recipe, or a service gives no figures.
    """
    with answers.job(_receipts(old)):
        return _remade(old)


def unverified(old: Spec) -> list[Change]:
    """Return the figures and rows that are not those of the kept answers; none if all are, to the digit.

    Raises
    ------
    DataError
        If the spec has no recipe, or an answer is not kept here or was changed.
    """
    with answers.job(_receipts(old), alone=True):
        return [each for each in differences(old, _remade(old)) if each.group in {"rows", "figures"}]


def correction(old: Spec, new: Spec, changes: Sequence[Change]) -> tuple[str, str] | None:
    """Draft ``correction=`` for figures that were published and are now revised; None if there are none."""
    if any(old.get(name) != new.get(name) for name in _PERIODS):
        return None
    names = {f"rows[{row['partner']}]": row["name"] for row in old["rows"]}
    listed: dict[str, None] = {}
    for each in changes:
        before, now = each.printed or (each.old, each.new)
        # What is printed nowhere is no published figure, and what is new is no revision.
        if each.group == "figures" and isinstance(before, str) and isinstance(now, str) and before != now:
            row = each.where.partition(".")[0]
            listed[f"{names.get(row, row)}: {before} → {now}"] = None
    if not listed:
        return None
    who = old["frame"]["sources"][0].get("short", old["frame"]["sources"][0]["text"])
    day = f"{dt.datetime.now(dt.UTC):%Y-%m-%d}"
    return day, provenance.sentence("revised", old["locale"]["tag"], publisher=who, changes="; ".join([*listed][:6]))


def _receipts(old: Spec) -> dict[str, Receipt]:
    """Return the receipts in a spec by address."""
    found = {}
    for source in old["frame"]["sources"]:
        for line in source.get("receipts", ()):
            asked = next((each for each in services.SERVICES if line["url"].startswith(each.base)), None)
            name, terms = (asked.name, asked.terms) if asked else ("", "")
            found[line["url"]] = Receipt(name, line["url"], line["time"], line["sha256"], terms)
    return found


def _remade(old: Spec) -> Spec:
    recipe = old["frame"].get("recipe")
    if recipe is None:
        raise NoRecipeError(
            "it has no recipe: it was not made straight from tradecontext.fetch, or its figures were changed; make it "
            "anew from your own code"
        )
    options: dict[str, Any] = {name: _value(each) for name, each in _object(recipe["options"]).items()}
    for name in APART:
        if name in options:
            raise DataError(f"the recipe has a {name}, which is a path of another machine: take it out")
    # A brand of None is what the spec has, whatever brand is in use.
    options["brand"] = old.get("brand")
    if "logo" in old["frame"]:
        options["logo"] = old["frame"]["logo"]
    try:
        chart = chart_class(old["chart"])(_frame(recipe["call"], _object(recipe["arguments"])), **options)
    except (UnknownOptionError, TypeError) as error:
        raise DataError(f"the recipe cannot be followed: {error}") from None
    initial: Mapping[str, Any] = old["initial"]
    for name, choice in initial.items():
        # A choice that the new figures do not offer is dropped.
        if choice is not None and reader_choices.offered(chart.spec, name, choice):
            setattr(chart, name, choice)
    return chart.present()


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        raise DataError("the recipe is damaged: its arguments or options are not JSON") from None
    return found if isinstance(found, dict) else {}


def _value(value: Any) -> Any:
    """Return an option; one that was a frame is made again."""
    if isinstance(value, dict) and set(value) == {"call", "arguments"}:
        return _frame(str(value["call"]), value["arguments"])
    return value


def _frame(call: str, arguments: dict[str, Any]) -> Any:
    module, _, name = call.partition(".")
    known = {"fetch": fetch, "data": data}.get(module)
    if known is None or name not in known.__all__:
        raise DataError(f"the recipe has {call!r}, which is no function of tradecontext.fetch or tradecontext.data")
    return getattr(known, name)(**arguments)
