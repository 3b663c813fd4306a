"""Measure in new processes: imports, the first page, a hundred more, the memory they leave, and pictures."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

IMPORT = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"

EXPORTS = """
import json, os, time
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
start = time.perf_counter()
import {modules}
imported = time.perf_counter()
from peers import PEERS
page = PEERS[{name!r}].page
page()
first = time.perf_counter()
memory = resident()
for _ in range(100):
    page()
hundred = time.perf_counter()
print(json.dumps({{"first": first - start, "hundred": hundred - first, "growth": resident() - memory}}))
"""

THOUSAND = """
import json, os, time
from peers import tradecontext
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
page, times = tradecontext.page, []
for _ in range(100):
    page()
memory = resident()
for _ in range(10):
    start = time.process_time()
    for _ in range(100):
        page()
    times.append(time.process_time() - start)
print(json.dumps({"growth": resident() - memory, "first": times[0], "last": times[-1]}))
"""

PICTURES = """
import json, statistics, time
start = time.perf_counter()
import {modules}
from peers import PEERS
png = PEERS[{name!r}].png
png()
first, took = time.perf_counter() - start, []
for _ in range(5):
    start = time.perf_counter()
    png()
    took.append(time.perf_counter() - start)
print(json.dumps({{"first": first, "next": statistics.median(took)}}))
"""

PAGES_ALONE = """
import time
import tradecontext as tc
from tradecontext.outputs.page import page
spec = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=["MEX"]).spec
start = time.perf_counter()
page(spec)
first = time.perf_counter()
for _ in range(100):
    page(spec)
print(first - start, time.perf_counter() - first)
"""


def run(code: str) -> str:
    """Run Python in this folder and return what it prints."""
    command = [sys.executable, "-W", "ignore", "-c", code]
    return subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parent, text=True).stdout


def imports(modules: dict[str, str], rounds: int) -> dict[str, float]:
    """Return the median seconds each import takes, the imports taking turns."""
    took: dict[str, list[float]] = {name: [] for name in modules}
    for _ in range(rounds):
        for name, module in modules.items():
            took[name].append(float(run(IMPORT.format(module))))
    return {name: statistics.median(times) for name, times in took.items()}


def exports(modules: dict[str, str], rounds: int) -> dict[str, dict[str, float]]:
    """Return the medians for the first page from a cold start, a hundred more, and what memory grew by."""
    return _medians(EXPORTS, modules, rounds)


def pictures(modules: dict[str, str], rounds: int) -> dict[str, dict[str, float]]:
    """Return the median seconds for the first picture from a cold start, and for the next."""
    return _medians(PICTURES, modules, rounds)


def _medians(code: str, modules: dict[str, str], rounds: int) -> dict[str, dict[str, float]]:
    found: dict[str, list[dict[str, float]]] = {name: [] for name in modules}
    for _ in range(rounds):
        for name, module in modules.items():
            found[name].append(json.loads(run(code.format(modules=module, name=name))))
    return {
        name: {key: statistics.median(each[key] for each in several) for key in several[0]}
        for name, several in found.items()
    }


def thousand() -> dict[str, float]:
    """Return the growth in MB over a thousand charts and pages, and the first and last hundred's seconds."""
    answer: dict[str, float] = json.loads(run(THOUSAND))
    return answer


def pages_alone() -> tuple[float, float]:
    """Return the seconds for the first page of a spec in a process, and for a hundred after it."""
    first, hundred = run(PAGES_ALONE).split()
    return float(first), float(hundred)
