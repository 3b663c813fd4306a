"""Make charts again from their recipes with figures fetched anew, and say what would change."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from tradecontext.commands import remake
from tradecontext.commands.changes import report
from tradecontext.commands.correction import draft
from tradecontext.commands.verify import FIGURES, own_words
from tradecontext.errors import DataError, named
from tradecontext.fetch import answers
from tradecontext.fetch.problems import NothingFoundError
from tradecontext.outputs.files import write as write_whole
from tradecontext.spec import to_json
from tradecontext.spec.difference import differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tradecontext.spec import Spec
    from tradecontext.spec.difference import Change


CHANGES_WITH_EVERY_ANSWER = re.compile(r"frame\.(aged|sources\[\d+\]\.(receipts|vintage|due|text))\b")
"""What changes with every answer, even if figures and words are the same: when it came, and what else it has in it."""


def refresh(files: Iterable[Path], say: Callable[[str], None], *, write: bool) -> int:
    """Say what would change in each spec, and write it if asked; return the exit code."""
    code = 0
    told: set[str] = set()
    run = answers.Run()
    for file in files:
        if write and file.suffix.lower() != ".json":
            say(f"{named(file)}: only .json files are written anew; refresh that one, and render this again")
            code = 2
            continue
        if (old := remake.read(file, say)) is None:
            code = 2
            continue
        try:
            with remake.in_plain_lines(file, say, told):
                new = refreshed(old, run)
                changes = _news(differences(old, new))
                if not changes and _overdue(old):
                    new = confirmed(old, run)
                    changes = [each for each in differences(old, new) if ".receipts[" not in each.where]
                drafted = draft(old, new, changes, run) if changes else ""
        except remake.NoRecipeError as error:
            say(f"{named(file)}: {error}")
            continue
        except (NothingFoundError, remake.NotDrawnError) as error:
            say(
                f"{named(file)}: it cannot be drawn from today's figures: {error}. If the publisher withdrew the old "
                "ones, say so in a correction; the file is left as it is"
            )
            code = 2
            continue
        except DataError as error:
            say(f"{named(file)}: {error}")
            code = 2
            continue
        if not changes:
            say(f"{named(file)}: nothing new")
            continue
        code = code or 1
        say("\n".join([f"{named(file)}:", report(changes, old, new), *filter(None, [drafted, _own(old, changes)])]))
        if write and not _written(file, new, say):
            code = 2
    return code


def _own(old: Spec, changes: list[Change]) -> str:
    """Name the author's own words around figures that have changed."""
    own = own_words(old) if any(each.group in FIGURES for each in changes) else []
    return f"{', '.join(own)}: your own words, left as they were; see whether they still hold." if own else ""


def _written(file: Path, new: Spec, say: Callable[[str], None]) -> bool:
    try:
        write_whole({file: to_json(new, indent=1) + "\n"})
    except DataError as error:
        say(str(error))
        return False
    say("Written.")
    return True


def _news(changes: list[Change]) -> list[Change]:
    """Leave out what is no news: another version with the same chart, another answer with the same figures."""
    changes = [each for each in changes if each.where != "frame.recipe.version"]
    others = [each for each in changes if not CHANGES_WITH_EVERY_ANSWER.match(each.where)]
    another = any(re.search(r"receipts\[\d+\](\.sha256)?$", each.where) for each in changes)
    if not others and another:
        return []
    # Nobody reads a digest; the day is told by the source.
    return [each for each in changes if ".receipts[" not in each.where] or changes


def _overdue(spec: Spec) -> bool:
    """Return whether a page of a spec says by now that newer figures may have been published."""
    due: str = spec["frame"].get("aged", {}).get("due", "9999")
    return due <= f"{dt.datetime.now(dt.UTC):%Y-%m-%d}"


def confirmed(old: Spec, run: answers.Run) -> Spec:
    """Return a chart's spec with the day of this run, on which its publishers have the same figures as before."""
    with answers.job({}, run=run):
        return remake.remade(old)


def refreshed(old: Spec, run: answers.Run) -> Spec:
    """Return a chart's spec with the figures that its publishers have now, or had for another chart of the same run.

    Raises
    ------
    DataError
        If it has no recipe, a service gives no figures, or those of today make another view of the chart.
    """
    with answers.job(remake.receipts(old), run=run):
        new = remake.remade(old)
    before, now, recipe = old.get("view"), new.get("view"), old["frame"].get("recipe", {})
    if before != now and "view" not in remake.options_of(recipe):
        raise DataError(
            f"today's figures make another chart, view={now!r}, and no longer {before!r}: its "
            f"publisher has withdrawn or added figures. If you want the other one, make it anew with view={now!r}"
        )
    return new
