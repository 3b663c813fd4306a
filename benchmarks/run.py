"""Measure the package beside what a user would pick instead; print the tables, write RESULTS.md and results.svg."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path

import drawing
import fetching
import installed
import limits
import many
import painting
import processes
import rendering
import serving
import value_added
import web
from peers import BASE, OURS, PEERS, PICTURES, PYTHON

ROUNDS = 9
FEW = 3
HERE = Path(__file__).parent

ABOUT = """\
Written by `make bench`. Ten bars, headline, source and a second column; medians of {rounds} runs that take turns
({few} for the slow phone, for twenty charts, for pages and for pictures).

![Each measure as a ratio to the page written by hand, on a logarithmic scale](results.svg)

Altair draws SVG. Chart.js and Observable Plot are bundled with only what they need, and Chart.js does not animate.
Bokeh's front end is its core alone. Plotly imports what it needs at the first chart."""

WEB = """\
Paint times are ratios to a static page written by hand. Its bars took {bars:.0f} ms here, {slow:.0f} ms on the slow
phone, {frames:.0f} ms in twenty frames, and {together:.0f} ms as twenty figures on one page. The slow phone is a
processor held to a quarter and the network "Slow 4G" of Chromium's developer tools. In frames, each of twenty charts is
a page of its own, fetched from this machine; on one page, twenty share one runtime (ours are custom elements)."""

PACKAGES = """\
"Memory after them" is what a hundred more pages added. Pictures are PNG of 1200 x 630 px at 2 x. Plotly's are made by
Chromium, which is not counted in its size; Bokeh's need a browser's driver and are left out; the JavaScript libraries
have none without a browser. "Added to a notebook" is what one with pandas and anywidget lacks. Sizes are exact;
differences under a quarter in time are noise."""


FETCHING = """\
The extra `tradecontext[live]` adds {extra:.0f} MB. Fetching takes what the network takes, and this; "again" is within a
day of the first time, in the same folder."""


def kilobytes(size: int) -> str:
    """Write a size in thousands of bytes."""
    return f"{size / 1e3:.1f}"


def table(head: list[str], rows: list[list[str]]) -> str:
    """Write a Markdown table, figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def ratios(times: web.Times, what: str = "bars") -> dict[str, float]:
    """Return every library's time as a ratio to that of the hand-written page."""
    return {name: each[what] / times[BASE][what] for name, each in times.items()}


def on_the_web(seen: web.Measured) -> str:
    """Return the table of bytes and paint times, one line per library."""
    columns = [
        ratios(seen.alone, "first"),
        *(ratios(times) for times in (seen.alone, seen.slow, seen.frames, seen.together)),
    ]
    head = [
        "",
        "page, kB gzip",
        "first paint, ratio",
        "bars painted, ratio",
        "on a slow phone, ratio",
        "twenty in frames, ratio",
        "twenty on one page, ratio",
        "their page, kB gzip",
    ]
    rows = [
        [
            name,
            kilobytes(seen.bytes[name]),
            *(f"{column[name]:.2f}" for column in columns),
            kilobytes(seen.bytes_together[name]),
        ]
        for name in PEERS
    ]
    return table(head, rows)


def picture(seen: web.Measured) -> str:
    """Draw the measures that compare with the hand-written page."""
    panels = {
        "Bytes of the page, compressed": {name: size / seen.bytes[BASE] for name, size in seen.bytes.items()},
        "Time until the bars are painted": ratios(seen.alone),
        "The same on a slow phone": ratios(seen.slow),
        "Twenty charts on a page, each in a frame": ratios(seen.frames),
        "Twenty charts on a page, sharing a runtime": ratios(seen.together),
    }
    peers = {title: {name: ratio for name, ratio in each.items() if name != BASE} for title, each in panels.items()}
    return drawing.drawing(peers, OURS)


def as_packages(pictures: web.Times) -> str:
    """Return the table of process and disk costs, one line per library."""
    modules = {name: peer.IMPORT for name, peer in PYTHON.items()}
    imported = processes.imports(modules, ROUNDS)
    pages = processes.exports(modules, FEW)
    sizes = installed.python({name: peer.INSTALL for name, peer in PYTHON.items()})
    head = [
        "",
        "import, s",
        "import and first page, s",
        "100 more pages, s",
        "memory after them, MB",
        "import and first picture, s",
        "next picture, s",
        "notebook front end, kB gzip",
        "installed, MB",
        "added to a notebook, MB",
    ]
    rows = []
    for name, peer in PYTHON.items():
        cost, drawn = pages[name], pictures.get(name)
        whole, beside = sizes[name]
        rows.append(
            [
                name,
                f"{imported[name]:.2f}",
                f"{cost['first']:.2f}",
                f"{cost['hundred']:.2f}",
                f"{cost['growth']:.1f}",
                *((f"{drawn['first']:.2f}", f"{drawn['next']:.2f}") if drawn else ("", "")),
                kilobytes(len(serving.packed(peer.front_end()))),
                f"{whole:.0f}",
                f"{beside:.0f}",
            ]
        )
    rows += [
        [name, *[""] * 7, f"{installed.javascript(*peer.INSTALL):.0f}", ""]
        for name, peer in PEERS.items()
        if peer not in PYTHON.values() and name != BASE
    ]
    return table(head, rows)


def machine(chromium: str) -> str:
    """Describe the machine and the versions measured."""
    python = ("tradecontext", "altair", "vl-convert-python", "plotly", "kaleido", "bokeh", "pandas")
    script = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]
    found = {name: version(name) for name in python} | script
    versions = ", ".join(f"{name} {number}" for name, number in found.items())
    kind = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"{kind}; Python {platform.python_version()}, Chromium {chromium}; {versions}."


def main() -> None:
    pictures = processes.pictures({name: peer.IMPORT for name, peer in PICTURES.items()}, FEW)
    with painting.chromium() as running:
        seen = web.measured(running, ROUNDS, FEW)
        limited = limits.rows(running, ratios(seen.alone)[OURS], pictures[OURS]["next"], ROUNDS)
        where = machine(running.version)
    bases = {
        name: times[BASE]["bars"] for name, times in zip(("bars", "slow", "frames", "together"), seen[2:], strict=True)
    }
    text = "\n\n".join(
        [
            "# The same chart, side by side",
            ABOUT.format(rounds=ROUNDS, few=FEW),
            where,
            "## On the web",
            WEB.format(**bases),
            on_the_web(seen),
            "## As packages",
            PACKAGES,
            as_packages(pictures),
            "## Limits",
            table(["", "measured", "limit"], limited),
            table(rendering.HEAD, rendering.rows()),
            table(many.HEAD, many.rows()),
            table(value_added.HEAD, value_added.rows()),
            FETCHING.format(extra=fetching.extra()),
            table(fetching.HEAD, fetching.rows()),
        ]
    )
    print(text)
    (HERE / "RESULTS.md").write_text(text + "\n", "utf-8")
    (HERE / "results.svg").write_text(picture(seen), "utf-8")


if __name__ == "__main__":
    main()
