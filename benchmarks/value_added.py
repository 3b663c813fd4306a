"""Measure the value-added accounts on tables of the size of WIOD and of OECD's; print the table."""

from __future__ import annotations

import json
import statistics

import processes

ROUNDS = 5
SIZES = {
    "41 countries of 35 sectors (WIOD 2013)": (41, 35, 0.3),
    "81 countries of 50 sectors (OECD 2025)": (81, 50, 6.0),
}
MEMORY = 1000

#: A balanced table, dense, of one country per diagonal block; figures from a fixed seed.
CODE = """
import json, resource, time
import numpy as np
from tradecontext.measures import MRIO
G, N = {countries}, {sectors}
random = np.random.default_rng(20241)
Z = random.random((G * N, G * N))
for g in range(G):
    Z[g * N : (g + 1) * N, g * N : (g + 1) * N] *= 20
Y = random.random((G * N, G)) * Z.shape[0] / G
x = Z.sum(axis=1) + Y.sum(axis=1)
Z *= np.minimum(1, 0.8 * x / Z.sum(axis=0))
names = [f"C{{g:02d}}" for g in range(G)], [f"s{{n:02d}}" for n in range(N)]
x = Z.sum(axis=1) + Y.sum(axis=1)
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
took = []
for _ in range({rounds}):
    start = time.perf_counter()
    table = MRIO(Z, Y, x, *names)
    rows = table.balances("C00")
    table.content_split("C01", "C00")
    accounts = time.perf_counter()
    steps = [table.bridge("C00", partner) for partner in names[0][1:]]
    took.append((accounts - start, time.perf_counter() - start))
assert abs(rows["change"].sum()) < 1e-6 * rows["balance"].abs().sum()
print(json.dumps({{"took": took, "peak": peak()}}))
"""


def measured(countries: int, sectors: int) -> tuple[float, float, float]:
    """Return median seconds for the accounts, and with every partner's bridge, and the peak of memory in MB."""
    found = json.loads(processes.run(CODE.format(countries=countries, sectors=sectors, rounds=ROUNDS)))
    accounts, whole = (statistics.median(each) for each in zip(*found["took"], strict=True))
    return accounts, whole, found["peak"]


def rows() -> list[list[str]]:
    """Return a line for each size: its limits beside what it took."""
    lines = []
    for name, (countries, sectors, limit) in SIZES.items():
        accounts, whole, peak = measured(countries, sectors)
        lines.append([name, f"{accounts:.2f}", f"{whole:.2f}", f"{limit:g}", f"{peak:.0f}", f"{MEMORY}"])
    return lines


HEAD = [
    "value-added accounts",
    "balances and content, s",
    "and all bridges, s",
    "limit, s",
    "memory at most, MB",
    "limit, MB",
]
