"""The command line: arguments and messages of each command. The work is done by functions that Python code can call."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tradecontext.errors import DataError, named
from tradecontext.outputs.embed import EVERY, Kind
from tradecontext.outputs.formats import FORMATS
from tradecontext.paths import given_path
from tradecontext.tracebacks import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.commands.render import Rendered


class _Path(click.Path):
    """A path whose ``~`` is expanded here, since a shell does not expand ``--out=~/site``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return given_path(os.fsdecode(super().convert(value, param, ctx)))


PATH = _Path()

BRAND = click.option(
    "--brand",
    type=PATH,
    metavar="FILE",
    help="The _brand.yml of a house, for all charts; without it, [tool.tradecontext] brand in this folder's "
    "pyproject.toml, for charts without one.",
)


class _Refused(click.ClickException):
    """An error that stops the whole command."""

    exit_code = 2


class _Program(click.Group):
    """Reports errors as messages to a person, never as tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except DataError as error:
            if whole():
                raise
            raise _Refused(str(error)) from None
        except KeyboardInterrupt:
            click.echo("Stopped. Every file that was written is whole.", err=True)
            ctx.exit(130)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tradecontext")
def program() -> None:
    """Charts that put a bilateral trade balance in context, made of their specs.

    A spec is the file that chart.save("chart.json") writes. The exit code is 0 if all is well, 1 if a spec failed or
    two differ, and 2 if nothing could be done.
    """


@program.command()
@click.argument("specs", nargs=-1, required=True, type=PATH, metavar="SPEC...")
@click.option("-o", "--out", type=PATH, default=Path(), metavar="DIR", help="Folder to write to; this one by default.")
@click.option(
    "--as", "formats", default="html", metavar="FORMAT,...", help=f"Any of {', '.join(FORMATS)}; html by default."
)
@BRAND
@click.pass_context
def render(context: click.Context, specs: tuple[Path, ...], out: Path, formats: str, brand: Path | None) -> None:
    """Write charts as pages, pictures, tables and snippets.

    SPEC... are files, folders and patterns; a folder stands for all .json files in it and below it. Each chart's files
    have the name of its spec. A spec that fails is reported, and the others are still written. A file that would not
    change is not touched.
    """
    from tradecontext.commands import render as work
    from tradecontext.commands.house import house

    planned = work.plan(specs, out, [name.strip() for name in formats.split(",")], house(brand))
    results: list[Rendered] = []
    # The progress bar is only for a terminal.
    bar = click.progressbar(
        length=len(planned.jobs), label="Drawing", show_pos=True, file=sys.stderr, hidden=not sys.stderr.isatty()
    )

    def done(result: Rendered) -> None:
        results.append(result)
        bar.update(1)

    try:
        with bar:
            work.render(planned, done=done)
    finally:
        faults = [*planned.faults, *(result.fault for result in results if result.fault)]
        for fault in faults:
            click.echo(fault, err=True)
        click.echo(_summary(results, len(faults)))
    context.exit(1 if faults else 0)


@program.command()
@click.argument("spec", type=PATH)
@click.argument("kind", type=click.Choice(list(EVERY)))
@click.option("--url", help="Where the page is (iframe, amp), the script (component, myst) or the picture (image).")
@BRAND
def embed(spec: Path, kind: Kind, url: str | None, brand: Path | None) -> None:
    """Print the snippet to paste into an article."""
    from tradecontext.commands.house import house
    from tradecontext.outputs.load import from_spec, read_spec

    click.echo(from_spec(house(brand).dress(read_spec(spec))).embed(kind, url), nl=False)


@program.command()
@click.argument("specs", nargs=-1, required=True, type=PATH, metavar="SPEC...")
@click.pass_context
def validate(context: click.Context, specs: tuple[Path, ...]) -> None:
    """Name every fault of specs, each with its file and field.

    SPEC... are files, folders and patterns, as for render.
    """
    from tradecontext.commands.find import find
    from tradecontext.outputs.load import read_json
    from tradecontext.spec.contract import faults

    files, missing = find(specs)
    failed = len(missing)
    for fault in missing:
        click.echo(fault)
    for file in files:
        try:
            found = [f"{named(file.path)}: {fault}" for fault in faults(read_json(file.path))]
        except DataError as error:
            found = [str(error)]
        failed += bool(found)
        for fault in found:
            click.echo(fault)
    good = len(files) + len(missing) - failed
    click.echo(f"{_count(good, 'spec')} valid" + (f", {failed} not" if failed else ""), err=True)
    context.exit(1 if failed else 0)


@program.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
@click.pass_context
def diff(context: click.Context, old: Path, new: Path, as_json: bool) -> None:  # noqa: FBT001 (click's flag)
    """Say what differs between two specs of a chart: figures, rows, names, sources, words.

    A figure is shown as printed before and now, with the unrounded figures in brackets. The exit code is 1 if anything
    differs.
    """
    from tradecontext.commands.changes import record, report
    from tradecontext.outputs.load import read_spec
    from tradecontext.spec.difference import differences

    before, now = read_spec(old), read_spec(new)
    changes = differences(before, now)
    if as_json:
        click.echo(json.dumps([record(change) for change in changes], ensure_ascii=False, indent=1))
    elif changes:
        click.echo(report(changes, before, now))
    context.exit(1 if changes else 0)


@program.command()
@click.argument("specs", nargs=-1, required=True, type=PATH, metavar="SPEC...")
@click.option("--write", is_flag=True, help="Write the new specs in place of the old ones.")
@click.pass_context
def refresh(context: click.Context, specs: tuple[Path, ...], write: bool) -> None:  # noqa: FBT001 (click's flag)
    """Fetch the figures of charts again, and say what would change.

    SPEC... are files, folders and patterns, as for render. Only a chart that was made straight from tradecontext.fetch
    can be made again: its spec has the recipe. Nothing is written unless asked for. Where published figures were
    revised, a correction is drafted.

    The exit code is 0 if nothing is new, 1 if something is, and 2 if a chart could not be made again.
    """
    from tradecontext.commands import refresh as work
    from tradecontext.commands.find import find

    files, missing = find(specs)
    for fault in missing:
        click.echo(fault, err=True)
    code = work.refresh([file.path for file in files], click.echo, write=write)
    context.exit(2 if missing else code)


@program.command()
@click.argument("specs", nargs=-1, required=True, type=PATH, metavar="SPEC...")
@click.pass_context
def verify(context: click.Context, specs: tuple[Path, ...]) -> None:
    """Check charts against the raw answers that they were made from: every figure, and all words but the author's.

    SPEC... are files, folders and patterns, as for render. The answers are read from the folder where they are kept,
    each checked by its digest; nobody is asked.

    The exit code is 0 if all is what the answers give, 1 if something is not, and 2 if that cannot be told.
    """
    from tradecontext.commands import verify as work
    from tradecontext.commands.find import find

    files, missing = find(specs)
    for fault in missing:
        click.echo(fault, err=True)
    code = work.verify([file.path for file in files], click.echo)
    context.exit(2 if missing else code)


@program.command()
@click.argument("language")
@click.argument("charts", nargs=-1, metavar="[CHART...]")
def words(language: str, charts: tuple[str, ...]) -> None:
    """Print the words of a language as JSON, to be translated and given to charts as labels=.

    LANGUAGE is a tag of CLDR, such as pl. The words are English in a language that the package has none for, with all
    plural forms of the language. CHART... are the names of charts in specs; all by default.
    """
    from tradecontext.commands import words as work

    click.echo(work.words(language, list(charts)))


@program.command()
@click.option("-o", "--out", type=PATH, default=Path("tradecontext-demo"), metavar="DIR", show_default=True)
@click.option("--serve/--no-serve", default=True, help="Serve the folder to this machine, or leave it at the files.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
def demo(out: Path, serve: bool, port: int) -> None:  # noqa: FBT001 (click's flag)
    """Write every chart, drawn from the package's own figures, into a folder with a page that shows them all."""
    from tradecontext.commands import demo as work

    page = work.demo(out)
    if not serve:
        click.echo(f"Open {named(page)}; the files of the charts are beside it.")
        return
    with work.server(out, port) as server:
        click.echo(f"Look at http://127.0.0.1:{server.server_port}/ (Ctrl+C ends); the files are in {named(out)}.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


def _summary(results: Sequence[Rendered], failed: int) -> str:
    written, kept = (sum(len(getattr(each, what)) for each in results) for what in ("written", "kept"))
    parts = [f"{_count(written, 'file')} written"]
    if kept:
        parts.append(f"{kept} left as they were" if kept > 1 else "1 left as it was")
    if failed:
        parts.append(f"{_count(failed, 'spec')} failed")
    return ", ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def main() -> None:
    """Run the command line as a process of its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # UTF-8 on every system, for snippets that are redirected to a file.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # SIGTERM, with which servers stop a program, is handled like Ctrl+C, so that every file is whole.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        try:
            program(prog_name="tradecontext")
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except OSError as error:
        # If output cannot be written, as on a full disk, the exit code is 2, since 1 would mean new figures to a
        # scheduler. What is left in the buffer goes nowhere, or Python would fail once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        with suppress(OSError):
            click.echo(f"tradecontext: {error}", err=True)
        sys.exit(2)
