"""Make charts again from their recipes and the kept answers, and say where a spec is not what these give."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING

from tradecontext.commands import remake
from tradecontext.commands.changes import text_of_value
from tradecontext.commands.places import place
from tradecontext.errors import DataError, named
from tradecontext.fetch import answers
from tradecontext.outputs.load import chart_class
from tradecontext.spec.difference import ABSENT, differences
from tradecontext.spec.reword import CHANGEABLE, DATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from tradecontext.spec import Spec
    from tradecontext.spec.difference import Change

FIGURES = ("rows", "figures")
"""The groups of changes that are about figures."""


def verify(files: Iterable[Path], say: Callable[[str], None]) -> int:
    """Say of each spec whether it is what the kept answers give; return the exit code."""
    code = 0
    told: set[str] = set()
    for file in files:
        if (spec := remake.read(file, say)) is None:
            code = 2
            continue
        try:
            with remake.in_plain_lines(file, say, told):
                wrong = unverified(spec)
        except DataError as error:
            say(f"{named(file)}: {error}")
            code = 2
            continue
        if not wrong:
            of_spec = "" if file.suffix.lower() == ".json" else " (its spec, not what it shows)"
            say(f"{named(file)}: verified{of_spec}{_but_for(spec)}{_other_version(spec)}")
            continue
        code = code or 1
        figures = any(each.group in FIGURES for each in wrong)
        what = "these are not the figures of the answers" if figures else "not all of it is what the answers give"
        own = [] if figures else _if_own(wrong, file)
        say("\n".join([f"{named(file)}: {what}{_other_version(spec)}", *_told(wrong, spec), *own]))
    return code


def unverified(old: Spec) -> list[Change]:
    """Return where a spec is not what its recipe makes of the kept answers, but for the author's own words.

    Raises
    ------
    DataError
        If the spec has no recipe, or an answer is not kept here or was changed.
    """
    if old["frame"].get("recipe") and not remake.receipts(old):
        raise DataError(
            "it has no receipts: they were not kept where the chart was made, so that its figures cannot be compared; "
            "call tradecontext.fetch again, and make the chart from what it returns"
        )
    with answers.job(remake.receipts(old), alone=True):
        new = remake.remade(old)
    own, recipe = {"recipe"}, old["frame"].get("recipe")
    given = remake.options_of(recipe) if recipe else {}
    # Dates are printed with words of the package, which are compared; a year is an option too.
    own |= set(given) & (CHANGEABLE - DATED)
    own |= {"sources"} if "source" in given else set()
    return [each for each in differences(old, new) if _field(each.where) not in own]


def own_words(spec: Spec) -> list[str]:
    """Return the options in a recipe that are words of the author's own."""
    recipe, known = spec["frame"].get("recipe"), chart_class(spec["chart"]).options()
    given = [name for name, value in remake.options_of(recipe).items() if value] if recipe else []
    return [name for name in given if name in known and known[name].metadata.get("words")]


def _but_for(spec: Spec) -> str:
    """Name the words in a chart that are the author's own, which no answer can confirm."""
    own = own_words(spec)
    return f", but for words of the author's own: {', '.join(own)}" if own else ""


def _field(where: str) -> str:
    """Return the name of the field of a spec, or of its frame, in which a change is; empty for one in a row."""
    return "" if where.startswith("rows[") else re.split(r"[.\[]", where.removeprefix("frame."))[0]


def _other_version(spec: Spec) -> str:
    """Say which version made a spec, if it was another."""
    recipe, now = spec["frame"].get("recipe"), version("tradecontext")
    made = recipe and recipe.get("version")
    if made in {None, now}:
        return ""
    return (
        f" (it says that version {made} of tradecontext made it; this is {now}, which may write or round differently)"
    )


def _told(wrong: Sequence[Change], spec: Spec) -> Iterator[str]:
    """Yield each difference as a person would say it."""
    names = {row["partner"]: row["name"] for row in spec["rows"]}
    for each in wrong:
        where = place(each.where, names)
        if each.group == "rows":
            where += " is not in the chart" if each.old is ABSENT else " is a row that the answers do not give"
            yield f"  {where}"
        elif each.group == "order":
            yield f"  {where}: the chart has it in place {each.old}, the answers in place {each.new}"
        else:
            yield f"  {where}: the chart has {_value(each, 0)}, the answers give {_value(each, 1)}"


def _if_own(wrong: Sequence[Change], file: Path) -> Iterator[str]:
    """Say how words that somebody edited in the file become the author's own."""
    options = sorted({name for each in wrong if (name := _field(each.where)) in CHANGEABLE})
    if options:
        given = ", ".join(f"{name}=…" for name in options)
        path = repr(str(file))
        yield (
            f"  If these words are your own, give them as options, which the recipe keeps: chart = "
            f"tradecontext.from_spec({path}); chart.update({given}); chart.save({path})"
        )


def _value(change: Change, side: int) -> str:
    """Return the value of a difference in the chart (0) or by the answers (1), as printed and to the digit."""
    value = (change.old, change.new)[side]
    printed = change.printed[side] if change.printed else None
    if value is ABSENT:
        return "nothing"
    exact = f"“{value}”" if isinstance(value, str) and value else text_of_value(value)
    return exact if printed is None else f"{printed} ({exact})"
