"""Measure the package beside what a user would pick instead; print the tables and write RESULTS.md."""

from __future__ import annotations

import gzip
import math
import os
import platform
import time
from importlib.metadata import version
from pathlib import Path

import painting
import peers
import processes
import rendering
import value_added

ROUNDS = 9
EXPORT_ROUNDS = 3
BASE = "hand-written page"
OURS = "tradecontext"

ABOUT = """\
Written by `make bench`. Ten bars, headline, source and a second column; medians of {rounds} runs that take turns
({exports} for exports). Paint times are ratios to a static page written by hand, whose bars took {base:.0f} ms here.
Altair draws SVG. Bokeh's front end is its core alone. Plotly imports what it needs at the first chart. "Memory after
them" is what a hundred more pages added. Sizes are exact; differences under a quarter in time are noise."""


def kilobytes(text: str) -> float:
    """Compressed as a server would, in thousands of bytes."""
    return len(gzip.compress(text.encode(), 9, mtime=0)) / 1e3


def table(head: list[str], rows: list[list[str]]) -> str:
    """Write a Markdown table, figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def per_library(painted: dict[str, dict[str, float]], pages: dict[str, str]) -> str:
    """Size, paint and exports: one line a library."""
    imported = processes.imports(peers.MODULES, ROUNDS)
    exported = processes.exports(peers.MODULES, EXPORT_ROUNDS)
    fronts = peers.front_ends()
    rows = []
    for name, html in pages.items():
        first, bars = (painted[name][key] / painted[BASE][key] for key in ("first", "bars"))
        row = [name, f"{kilobytes(html):.1f}", f"{first:.2f}", f"{bars:.2f}"]
        if name in imported:
            cost = exported[name]
            row += [
                f"{kilobytes(fronts[name]):.1f}",
                f"{imported[name]:.2f}",
                f"{cost['first']:.2f}",
                f"{cost['hundred']:.2f}",
                f"{cost['growth']:.1f}",
            ]
        else:
            row += [""] * 5
        rows.append(row)
    head = [
        "",
        "page, kB gzip",
        "first paint, ratio",
        "bars painted, ratio",
        "notebook front end, kB gzip",
        "import, s",
        "import and first page, s",
        "100 more pages, s",
        "memory after them, MB",
    ]
    return table(head, rows)


def budgets(painted: dict[str, dict[str, float]], sort: dict[str, float], period: dict[str, float], big: float) -> str:
    """Return the package's own limits and where it stands."""
    needed = processes.imports({"needed": "anywidget, pandas", "ours": OURS}, ROUNDS)
    first, alone = processes.pages_alone()
    many = processes.thousand()
    rows = [
        ["bars painted, against the hand-written page", f"{painted[OURS]['bars'] / painted[BASE]['bars']:.2f}", "1.15"],
        ["import, against anywidget and pandas", f"{needed['ours'] / needed['needed']:.2f}", "1.3"],
        ["first page of a spec, with the engine's start, s", f"{first:.3f}", ""],
        ["100 pages after it, s", f"{alone:.2f}", "1"],
        ["1000 charts and pages: memory grown by, MB", f"{many['growth']:.1f}", "5"],
        ["1000 charts and pages: last hundred against the first", f"{many['last'] / many['first']:.2f}", "1.5"],
        [f"{sort['rows']} partners: chart and page from the frame, ms", f"{big * 1e3:.0f}", ""],
        [f"{sort['rows']} partners: sorting, work of the page, ms", f"{sort['busy']:.0f}", ""],
        [f"{sort['rows']} partners: sorting, until painted, ms", f"{sort['painted']:.0f}", "200"],
        [f"{period['rows']} countries, {period['years']} years: moving the period, ms", f"{period['busy']:.1f}", "16"],
    ]
    return table(["", "measured", "limit"], rows)


def everyone() -> tuple[str, float]:
    """Return a page of all partners, and the seconds it took once the engine was there."""
    import tradecontext as tc

    trade = tc.data.us_goods_trade()
    options = {"year": 2024, "top": 250, "surpluses": 250, "context": tc.data.us_share_of_imports()}
    tc.DeficitRanking(trade, **options).to_html()
    start = time.perf_counter()
    html = tc.DeficitRanking(trade, **options).to_html()
    return html, time.perf_counter() - start


def shares() -> str:
    """Return a page of yearly shares of sixty countries over thirty-five years, ranked and as lines."""
    import pandas as pd

    import tradecontext as tc

    codes = tc.data.partners()["partner"].head(60)
    rows = [
        (code, year, 0.4 + 0.3 * math.sin(place + year / (3 + place % 7)))
        for place, code in enumerate(codes)
        for year in range(1990, 2025)
    ]
    frame = pd.DataFrame(rows, columns=["partner", "year", "share"])
    return tc.InputReliance(frame, supplier="USA", source="Figures made up to measure time").to_html()


def machine(chromium: str) -> str:
    """Say what it was measured on."""
    found = {
        name: version(name) for name in ("tradecontext", "altair", "vl-convert-python", "plotly", "bokeh", "pandas")
    }
    versions = ", ".join(f"{name} {number}" for name, number in found.items())
    kind = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"{kind}; Python {platform.python_version()}, Chromium {chromium}; {versions}."


def main() -> None:
    pages = {name: make() for name, make in peers.PAGES.items()}
    many, seconds = everyone()
    with painting.chromium() as running:
        painted = painting.painted(running, pages, peers.DRAWN, ROUNDS)
        sort = painting.sorting(running, many, ROUNDS)
        period = painting.period(running, shares(), ROUNDS)
        where = machine(running.version)
    text = "\n\n".join(
        [
            "# The same chart, side by side",
            ABOUT.format(rounds=ROUNDS, exports=EXPORT_ROUNDS, base=painted[BASE]["bars"]),
            where,
            per_library(painted, pages),
            "## Limits",
            budgets(painted, sort, period, seconds),
            table(rendering.HEAD, rendering.rows()),
            table(value_added.HEAD, value_added.rows()),
        ]
    )
    print(text)
    (Path(__file__).parent / "RESULTS.md").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
