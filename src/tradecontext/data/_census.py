"""Make the package's tidy frame of US Census Bureau rows (code, year, dollars)."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

import pandas as pd

from tradecontext import partners
from tradecontext.intake import periods, provenance

DEFINITION = "census_goods"

#: Definitions of aggregates that do not count the whole trade of a group of countries.
_OTHER_DEFINITIONS = {
    "0004": "census_goods_seasonally_adjusted",
    "0005": "census_goods_nafta_usmca",
    "0006": "census_goods_nafta_usmca",
    "0007": "census_goods_advanced_technology",
    "0021": "census_goods_nafta_usmca",
    "0022": "census_goods_nafta_usmca",
}

#: Codes that have ended, for which the workbook still prints rows of zeros, which are not figures.
_ENDED_CODES = ("4350", "4610", "4790", "5080", "5160", "7740")

#: Rows that have six months only, because USMCA replaced NAFTA on 1 July 2020.
_HALF_YEARS = {(code, 2020) for code in ("0005", "0006", "0021", "0022")}

#: Aggregate codes that mean the same in the API and in the workbook, unlike, for example, 0021 and 0022.
_SHARED_AGGREGATES = ("-", "0003")

Route = Literal["workbook", "api"]


@cache
def codes() -> pd.DataFrame:
    """Return the Census Bureau's codes: census_code (index), partner, row_type, name, api_name."""
    with resources.files("tradecontext.data").joinpath("census_partners.csv").open("rb") as file:
        table = pd.read_csv(file, dtype=str, keep_default_na=False)
    return table.set_index("census_code")


@cache
def _partners_by_code() -> dict[str, tuple[str, str]]:
    """Return partner and English name by census code."""
    return {
        code: (partner, partners.name(partner) or name)
        for code, partner, name in codes()[["partner", "name"]].itertuples(name=None)
    }


def is_country(code: pd.Series) -> pd.Series:
    """Return whether codes are countries (four digits from 1000 on) or aggregates (0003, ``-``, 1XXX)."""
    return code.str.fullmatch("[1-9][0-9]{3}")


def identify(code: str, written: str, route: Route) -> tuple[str, str]:
    """Return partner and English name for a Census code.

    Parameters
    ----------
    code : str
        Schedule C code of four characters.
    written : str
        The name beside it, used when the code is not known.
    route : {"workbook", "api"}
        Which numbering of aggregates the code belongs to.
    """
    country = code.isdigit() and int(code) >= 1000
    if country or route == "workbook" or code in _SHARED_AGGREGATES:
        return _partners_by_code().get(code, (f"US-{code}", written or code))
    return f"US-API-{code}", written or code


def months(keys: pd.DataFrame, imports: pd.DataFrame, exports: pd.DataFrame) -> pd.DataFrame:
    """Return a row of every month from tables with a row per year and twelve columns; `keys` has the others."""
    long = keys.loc[keys.index.repeat(imports.shape[1])].reset_index(drop=True)
    flows = {"imports": imports.to_numpy().ravel(), "exports": exports.to_numpy().ravel()}
    return long.assign(month=list(range(1, imports.shape[1] + 1)) * len(keys), **flows)


def bundled_months(table: pd.DataFrame, span: periods.By) -> tuple[pd.DataFrame, int]:
    """Return the rows of the bundled months or years to date, and how many months each row has."""
    flows = {
        flow: table[[f"{flow}_{month:02d}_musd" for month in range(1, 13)]] * 1e6 for flow in ("imports", "exports")
    }
    rows = months(table[["census_code", "year"]].assign(name=""), **flows)
    rows = rows[rows["imports"].notna() | rows["exports"].notna()]
    if span == "month":
        return rows, 1
    last = int(rows.loc[rows["year"] == rows["year"].max(), "month"].max())
    return to_date(rows, last), last


def to_date(monthly: pd.DataFrame, last: int) -> pd.DataFrame:
    """Add up each year's months from January to the `last`; a year that lacks one of these is missing.

    Parameters
    ----------
    monthly : pandas.DataFrame
        census_code, name, year, month, imports, exports.
    last : int
        The last month of every sum, from 1.
    """
    within = monthly[monthly["month"] <= last]
    years = within.groupby(["census_code", "year"], sort=False)
    sums = years[["imports", "exports"]].sum(min_count=last)
    return sums.assign(name=years["name"].first(), month=1).reset_index()


def tidy(
    rows: pd.DataFrame, *, vintage: str, aggregates: bool, route: Route = "workbook", length: int = 1
) -> tuple[pd.DataFrame, list[str]]:
    """Make the tidy frame.

    Parameters
    ----------
    rows : pandas.DataFrame
        census_code, name, year, imports, exports (US dollars; NaN where missing); and month, the first one of a row's
        period, unless rows are of whole years.
    vintage : str
        Label of the vintage.
    aggregates : bool
        Keep only the aggregates, or only the countries.
    route : {"workbook", "api"}
        Where the rows come from.
    length : int
        Number of months in a row's period, if rows have a month.

    Returns
    -------
    tuple of (pandas.DataFrame, list of str)
        The frame, and what was left out of it, in words.
    """
    left_out = []
    kept = rows[is_country(rows["census_code"]) != aggregates].copy()
    empty = kept["census_code"].isin(_ENDED_CODES) & (kept["imports"] == 0) & (kept["exports"] == 0)
    if empty.any():
        left_out.append("rows of zeros that the Census Bureau's workbook goes on printing for codes that have ended")
    kept = kept[~empty]
    if aggregates and route == "workbook":
        half = pd.Series([pair in _HALF_YEARS for pair in zip(kept["census_code"], kept["year"], strict=True)])
        if half.any():
            left_out.append("2020 of the NAFTA and USMCA rows: six months each, since one replaced the other in July")
        kept = kept[~half.to_numpy(bool)]
        # These rows count imports only: the 0 that is printed for exports is not a figure.
        preferential = kept["census_code"].map(_OTHER_DEFINITIONS).eq("census_goods_nafta_usmca")
        kept["exports"] = kept["exports"].mask(preferential & kept["exports"].eq(0))
    pairs = kept[["census_code", "name"]].drop_duplicates("census_code")
    identity = {c: identify(c, n, route) for c, n in pairs.itertuples(index=False)}
    imports, exports = kept["imports"].astype(float).round(), kept["exports"].astype(float).round()
    definition = kept["census_code"].map(_OTHER_DEFINITIONS if aggregates and route == "workbook" else {})
    when = kept["year"].to_numpy("int64"), kept["month"].to_numpy("int64") if "month" in kept else None
    frame = pd.DataFrame(
        {
            "partner": kept["census_code"].map({code: partner for code, (partner, _) in identity.items()}).to_numpy(),
            "partner_name": kept["census_code"].map({code: name for code, (_, name) in identity.items()}).to_numpy(),
            "year": when[0],
            "period": periods.column(*when, length),
            "exports": exports.to_numpy(),
            "imports": imports.to_numpy(),
            "balance": (exports - imports).to_numpy(),
            "vintage": pd.Categorical([vintage] * len(kept)),
            "definition": pd.Categorical(definition.astype(object).fillna(DEFINITION)),
        }
    )
    frame = frame.sort_values(["partner", "period"], ignore_index=True)
    source = provenance.find(DEFINITION, vintage)
    frame.attrs["source"] = source.as_dict() if source else {}
    return frame, left_out
