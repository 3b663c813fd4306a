"""Repeated drawing in one process does not leak memory. Its speed is measured by the benchmarks."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

pytestmark = pytest.mark.slow

# A chart that left 20 kB behind would be found.
GROWTH_MB = 2.0

MANY = """
import gc, json, os, weakref
import ipywidgets
import tradecontext as tc
from tradecontext.outputs.page import page

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

trade = tc.data.us_goods_trade()
living = weakref.WeakSet()

def chart():
    made = tc.DeficitRanking(trade, year=2024, highlight=["MEX"])
    made.update(headline="A headline of the desk's own")
    assert type(made) is tc.DeficitRanking
    living.add(made)
    return made.to_html()

spec = tc.DeficitRanking(trade, year=2024).spec
for _ in range(30):
    chart(), page(spec)
gc.collect()
start = resident()
for _ in range(100):
    chart(), page(spec)
gc.collect()
print(json.dumps({
    "growth": resident() - start,
    "living": len(living),
    "opened": len(ipywidgets.widgets.widget._instances),
}))
"""


@pytest.fixture(scope="module")
def many() -> dict[str, Any]:
    """The measurements of a process that made many charts, and as many pages of one spec."""
    if not sys.platform.startswith("linux"):
        pytest.skip("reads its memory from /proc")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", MANY], capture_output=True, check=True, text=True, timeout=300
    )
    return json.loads(done.stdout)


def test_a_hundred_charts_leave_no_memory_behind(many: dict[str, Any]) -> None:
    assert many["growth"] < GROWTH_MB


def test_no_chart_outlives_its_last_user(many: dict[str, Any]) -> None:
    assert many["living"] == 0
    assert many["opened"] == 0
