"""Ask every service once, and say what differed from what the package expects: make live. Needs a network, and keys.

Figures are compared with those the package has, and charts are drawn of what came. Calls whose key is missing are
skipped. The answers are kept in a new folder, which is named at the end.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import tradecontext as tc

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


def goods() -> str:
    """Compare the workbook's 2020, which is past revision, with the bundled figures."""
    fetched = tc.fetch.us_goods_trade(years=2020).set_index("partner")
    bundled = tc.data.us_goods_trade("2025-10")
    bundled = bundled[bundled["year"] == 2020].set_index("partner")
    both = fetched.join(bundled, rsuffix="_bundled", how="inner")
    apart = both[(both["balance"] - both["balance_bundled"]).abs() > 1e6]
    tc.DeficitRanking(fetched.reset_index(), year=2020)
    return f"{len(both)} partners, {len(apart)} of them apart by more than a million: {', '.join(apart.index[:8])}"


def months() -> str:
    """Look at the last months of the workbook."""
    frame = tc.fetch.us_goods_trade("month", partners="MEX")
    return f"{len(frame)} months to {frame['period'].max()}"


def world_exports() -> str:
    """Compare Mexico's RCA with the bundled one."""
    fetched = tc.fetch.rca_intermediate_goods(["MEX", "USA"]).set_index(["partner", "year"])["rca"]
    bundled = tc.data.rca_intermediate_goods().set_index(["partner", "year"])["rca"]
    apart = (fetched - bundled).abs().dropna()
    return f"{len(fetched)} country-years, {len(apart)} in the package too, largest gap {apart.max():.4f}"


def drawn(make: Callable[[], pd.DataFrame], chart: Callable[[pd.DataFrame], object]) -> Callable[[], str]:
    """Return a check that a frame comes and is drawn."""

    def check() -> str:
        frame = make()
        chart(frame)
        years = f"{frame['year'].min()}-{frame['year'].max()}"
        return f"{len(frame)} rows, {years}, {frame['partner'].nunique()} partners"

    return check


CHECKS: dict[str, tuple[str, Callable[[], str]]] = {
    "workbook, years": ("", goods),
    "workbook, months": ("", months),
    "WITS, shares": ("", drawn(lambda: tc.fetch.input_shares(["MEX", "CAN"], years=(1994, 2022)), tc.InputReliance)),
    "WITS, advantage": ("", world_exports),
    "Comtrade, preview": ("", drawn(lambda: tc.fetch.comtrade("MEX", "USA", intermediate=True), tc.InputReliance)),
    "Comtrade, mirror": ("COMTRADE_API_KEY", drawn(lambda: tc.fetch.comtrade("MEX", "USA", mirror=True), len)),
    "TiVA": ("", drawn(lambda: tc.fetch.tiva(["MEX", "CHN"]), tc.AdjustedBalance)),
    "BEA": ("BEA_API_KEY", drawn(tc.fetch.us_balances, lambda frame: tc.DeficitRanking(frame, year=2024))),
    **{
        f"Census API, {name}": (
            "CENSUS_API_KEY",
            drawn(lambda name=name: tc.fetch.us_goods_trade(partners="MEX", years=2024, by_product=name), len),
        )
        for name in ("hs", "enduse", "naics", "sitc")
    },
    "Census API, states": (
        "CENSUS_API_KEY",
        drawn(lambda: tc.fetch.us_goods_trade(partners="MEX", years=2024, by_state=True), len),
    ),
    "Census API, duties": (
        "CENSUS_API_KEY",
        drawn(lambda: tc.fetch.us_goods_trade(partners="MEX", years=2024, duties=True), len),
    ),
}


def _told(name: str) -> str:
    """Run one check; return what is to be said of it."""
    key, check = CHECKS[name]
    if key and not os.environ.get(key):
        return f"{name}: skipped, {key} is not set"
    start = time.monotonic()
    try:
        said = check()
    except (tc.DataError, ArithmeticError, LookupError, TypeError) as error:
        said = f"FAILED: {error}"
    return f"{name}: {said} ({time.monotonic() - start:.1f} s)"


def main() -> int:
    """Run every check whose key is there, all at a time; the exit code says whether one failed."""
    warnings.simplefilter("ignore")
    os.environ["TRADECONTEXT_CACHE"] = folder = tempfile.mkdtemp(prefix="tradecontext-live-")
    with ThreadPoolExecutor(len(CHECKS)) as together:
        told = list(together.map(_told, CHECKS))
    for line in told:
        print(line)
    print(f"Not asked: the OECD's input-output tables, which have 170 MB. Answers are in {folder}")
    return int(any("FAILED" in line for line in told))


if __name__ == "__main__":
    sys.exit(main())
