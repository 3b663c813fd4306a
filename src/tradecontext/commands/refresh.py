"""Make charts again from their recipes with figures fetched anew, and say what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.commands import remake
from tradecontext.commands.changes import report
from tradecontext.commands.correction import draft
from tradecontext.errors import DataError, named
from tradecontext.fetch import answers
from tradecontext.outputs.files import write as write_whole
from tradecontext.spec import to_json
from tradecontext.spec.difference import differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tradecontext.spec import Spec


def refresh(files: Iterable[Path], say: Callable[[str], None], *, write: bool) -> int:
    """Say what would change in each spec, and write it if asked; return the exit code."""
    code = 0
    told: set[str] = set()
    run = answers.Run()
    for file in files:
        if write and file.suffix.lower() != ".json":
            say(f"{named(file)}: only a .json file is written anew; refresh that, and draw the picture of it again")
            code = 2
            continue
        if (old := remake.read(file, say)) is None:
            code = 2
            continue
        try:
            with remake.in_plain_lines(file, say, told):
                new = refreshed(old, run)
                # Another version of the package is no news, as long as it makes the same chart.
                changes = [each for each in differences(old, new) if each.where != "frame.recipe.version"]
                drafted = draft(old, new, changes) if changes else ""
        except remake.NoRecipeError as error:
            say(f"{named(file)}: {error}")
            continue
        except DataError as error:
            say(f"{named(file)}: {error}")
            code = 2
            continue
        if not changes:
            say(f"{named(file)}: nothing new")
            continue
        code = code or 1
        say(f"{named(file)}:\n{report(changes, old, new)}")
        if drafted:
            say(drafted)
        if write and not _written(file, new, say):
            code = 2
    return code


def _written(file: Path, new: Spec, say: Callable[[str], None]) -> bool:
    try:
        write_whole({file: to_json(new, indent=1) + "\n"})
    except DataError as error:
        say(str(error))
        return False
    say("Written.")
    return True


def refreshed(old: Spec, run: answers.Run) -> Spec:
    """Return a chart's spec with the figures that its publishers have now, or had for another chart of the same run.

    Raises
    ------
    DataError
        If it has no recipe, or a service gives no figures.
    """
    with answers.job(remake.receipts(old), run=run):
        return remake.remade(old)
