"""What it costs to import the package, and to draw again and again in one process."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

IMPORT_RATIO = 1.3
HUNDRED_PAGES = 1.0
HUNDRED_CHARTS = 2.0
SLOWER = 1.5
GROWTH_MB = 5.0

# Processor time, not the clock's: other work on the machine counts for less.
IMPORT = "import time; start = time.process_time(); import {}; print(time.process_time() - start)"

THOUSAND = """
import gc, json, os, statistics, time, weakref
import ipywidgets
import tradecontext as tc
from tradecontext.outputs.page import page

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

def took(work):
    start = time.process_time()
    work()
    return time.process_time() - start

trade = tc.data.us_goods_trade()
living = weakref.WeakSet()

def chart():
    made = tc.DeficitRanking(trade, year=2024, highlight=["MEX"])
    made.update(headline="A headline of the desk's own")
    assert type(made) is tc.DeficitRanking
    living.add(made)
    return made.to_html()

spec = tc.DeficitRanking(trade, year=2024).spec
for _ in range(150):
    chart(), page(spec)
gc.collect()
start = resident()
charts = [took(chart) for _ in range(1000)]
pages = [took(lambda: page(spec)) for _ in range(1000)]
gc.collect()
print(json.dumps({
    "growth": resident() - start,
    "charts": [statistics.median(charts[:100]), statistics.median(charts[-100:])],
    "pages": [statistics.median(pages[:100]), statistics.median(pages[-100:])],
    "living": len(living),
    "opened": len(ipywidgets.widgets.widget._instances),
}))
"""


def python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, check=True, text=True, timeout=300
    )
    return done.stdout


@pytest.fixture(scope="module")
def thousand() -> dict[str, Any]:
    """What a process measured that made a thousand charts, and then a thousand pages of one spec."""
    if not sys.platform.startswith("linux"):
        pytest.skip("reads its memory from /proc")
    return json.loads(python(THOUSAND))


def test_importing_costs_little_more_than_what_it_needs() -> None:
    ours, theirs = [], []
    for _ in range(7):
        theirs.append(float(python(IMPORT.format("anywidget, pandas"))))
        ours.append(float(python(IMPORT.format("tradecontext"))))
    assert statistics.median(ours) <= IMPORT_RATIO * statistics.median(theirs)


def hundred(work: Callable[[], object]) -> float:
    """Processor seconds for a hundred of them; the best of three, since other work slows a processor too."""
    work()
    best = []
    for _ in range(3):
        start = time.process_time()
        for _ in range(100):
            work()
        best.append(time.process_time() - start)
    return min(best)


def test_a_hundred_pages_after_the_first_take_under_a_second() -> None:
    spec = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=["MEX"]).spec
    assert hundred(lambda: page(spec)) < HUNDRED_PAGES


def test_a_hundred_charts_from_a_frame_are_quick() -> None:
    trade = tc.data.us_goods_trade()
    assert hundred(lambda: tc.DeficitRanking(trade, year=2024, highlight=["MEX"]).to_html()) < HUNDRED_CHARTS


@pytest.mark.parametrize("what", ["charts", "pages"])
def test_the_last_of_a_thousand_is_as_quick_as_the_first(thousand: dict[str, Any], what: str) -> None:
    first, last = thousand[what]
    assert last <= SLOWER * first


def test_a_thousand_leave_no_memory_behind(thousand: dict[str, Any]) -> None:
    assert thousand["growth"] < GROWTH_MB


def test_no_chart_outlives_its_last_user(thousand: dict[str, Any]) -> None:
    assert thousand["living"] == 0
    assert thousand["opened"] == 0
