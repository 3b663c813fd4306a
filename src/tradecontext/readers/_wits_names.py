"""WITS's indicators, products and partners, looked up by name or by the code of its API."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from tradecontext import partners
from tradecontext.partners.spelling import normalise

if TYPE_CHECKING:
    import pandas as pd

ALL_PRODUCTS = "All Products"

_PRODUCTS = {
    "sop1": "Raw materials", "sop2": "Intermediate goods", "sop3": "Consumer goods", "sop4": "Capital goods",
    "allproducts": ALL_PRODUCTS, "allgoods": ALL_PRODUCTS, "total": ALL_PRODUCTS,
}  # fmt: skip
_FLOWS = {
    "import": "imports", "grossimp": "imports", "grossimport": "imports",
    "export": "exports", "grossexp": "exports", "grossexport": "exports",
}  # fmt: skip


class Indicator(NamedTuple):
    """An indicator's flow (None: a column says which), its measure, and the factor to dollars or fractions."""

    flow: str | None
    measure: str
    factor: float


def _indicators() -> dict[str, Indicator]:
    """Return the indicators that are read, by the letters of their names and codes."""
    known = {
        "tradevalueusthousand": Indicator(None, "value", 1e3),
        "tradevalue1000usd": Indicator(None, "value", 1e3),
        "tradevaluein1000usd": Indicator(None, "value", 1e3),
        "partnershare": Indicator(None, "share", 0.01),
        "productshare": Indicator(None, "product_share", 0.01),
    }
    for one, code, flow in (("import", "mprt", "imports"), ("export", "xprt", "exports")):
        for name, measure, factor in (
            (f"{one}usmil", "value", 1e6),
            (f"{one}sinusmil", "value", 1e6),
            (f"tradeusmiltop5{one}partner", "value", 1e6),
            (f"{one}usthousand", "value", 1e3),
            (f"{one}tradevalueusthousand", "value", 1e3),
            (f"{code}trdvl", "value", 1e3),
            (f"partnersharetop5{one}partner", "share", 0.01),
            (f"{one}partnershare", "share", 0.01),
            (f"{code}prtnrshr", "share", 0.01),
            (f"{one}productshare", "product_share", 0.01),
            (f"{code}prdctshr", "product_share", 0.01),
            # "Export Share in Total Products (%)" is not among them: it counts products, not dollars.
        ):
            known[name] = Indicator(flow, measure, factor)
    return known


_INDICATORS = _indicators()


def indicator(written: object) -> Indicator | None:
    """Return what an indicator counts, by its name or code; None for one that is not read."""
    return _INDICATORS.get(normalise(str(written)))


def stated_flow(written: object) -> str | None:
    """Return the flow that a cell names, or None for another (re-exports, both together)."""
    return _FLOWS.get(normalise(str(written)).removesuffix("s"))


def product_name(written: str) -> str:
    """Return WITS's name of a product: "SoP2" and "UNCTAD-SoP2" are "Intermediate goods"."""
    letters = normalise(written).removeprefix("unctad")
    return _PRODUCTS.get(letters, written.strip())


def product_code(written: str) -> str:
    """Normalise a product's code: a group of WITS becomes its name, a code of the Harmonised System gets all digits."""
    digits = re.fullmatch(r"([0-9]{1,6})(?:\.0)?", written.strip())
    # A spreadsheet drops the leading zero of chapters 01 to 09. Codes have an even number of digits, so it is put back.
    return digits[1].zfill(len(digits[1]) + len(digits[1]) % 2) if digits else product_name(written)


def _partners() -> list[dict[str, str]]:
    text = resources.files("tradecontext.data").joinpath("wits_partners.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def _known() -> dict[str, tuple[str, bool]]:
    rows = _partners()
    # Names come after codes and replace them, should both have the same letters: files use names.
    written = [(row[column], row) for column in ("wits_code", "name") for row in rows]
    return {normalise(each): (row["partner"], row["row_type"] == "aggregate") for each, row in written}


def identify(names: pd.Series) -> dict[str, tuple[str, bool]]:
    """Return code, and whether it is a group of countries, for each name or WITS code in a file.

    A name that is no country's (Bunkers, Unspecified) gets a code of its own, ``WITS-`` and its letters. So does the
    second of two names in the file for one country.
    """
    found: dict[str, tuple[str, bool]] = {}
    taken: set[str] = set()
    for written in sorted(set(names), key=lambda name: (normalise(name) not in _known(), name)):
        code, group = _known().get(normalise(written), (partners.resolve(written), None))
        if code is None or code in taken:
            code = f"WITS-{normalise(written).upper()}"
        if group is None:
            group = partners.resolve(written) is None and partners.is_sum(written)
        taken.add(code)
        found[written] = (code, group)
    return found


@cache
def _codes() -> dict[str, str]:
    return {row["partner"]: row["wits_code"].lower() for row in _partners()}


def code(partner: str) -> str:
    """Return WITS's own code of a partner, as its addresses have it."""
    return _codes().get(partner, partner.lower())
