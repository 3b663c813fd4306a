"""Measure fetching from services that this machine plays: the first time, the same again, and what the extra adds."""

from __future__ import annotations

import json
import statistics

import installed
import processes

ROUNDS = 5
#: Milliseconds that figures fetched before may take.
LIMIT = 50
HEAD = ["fetched from services played here", "the first time, ms", "again, ms", "limit, ms"]
CALLS = {
    "US goods trade, years": "us_goods_trade()",
    "US goods trade, months": "us_goods_trade('month')",
    "shares of inputs, two countries": "input_shares(['MEX', 'CAN'])",
    "value added, one partner": "tiva('MEX')",
}
CODE = """
import json, os, sys, tempfile, time, warnings
warnings.simplefilter("ignore")
sys.path.insert(0, {tests!r})
from played import Services
os.environ["TRADECONTEXT_MIRROR"] = Services().url
import pandas, requests_cache
import tradecontext as tc
took = []
for _ in range({rounds}):
    os.environ["TRADECONTEXT_CACHE"] = tempfile.mkdtemp()
    start = time.perf_counter()
    tc.fetch.{call}
    first = time.perf_counter()
    tc.fetch.{call}
    took.append((first - start, time.perf_counter() - first))
print(json.dumps(took))
"""


def rows() -> list[list[str]]:
    """Return a line for each call: milliseconds without the network, the first time and again, and the limit."""
    lines = []
    for name, call in CALLS.items():
        code = CODE.format(tests=str(installed.ROOT / "tests"), rounds=ROUNDS, call=call)
        first, again = (1e3 * statistics.median(each) for each in zip(*json.loads(processes.run(code)), strict=True))
        lines.append([name, f"{first:.0f}", f"{again:.0f}", f"{LIMIT}"])
    return lines


def extra() -> float:
    """Return the millions of bytes that the extra adds to an installation."""
    wanted = ("platformdirs", "python-calamine", "requests", "requests-cache", "tqdm", "urllib3")
    sizes = installed.python({"plain": ("tradecontext",), "live": ("tradecontext", *wanted)})
    return sizes["live"][0] - sizes["plain"][0]
