"""What is said of each published estimate of US content; figures come from the source tables.

Its words are in ``data/words`` of the package: ``short`` by the estimate, ``method`` and ``checked`` by their keys.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd


class Entry(NamedTuple):
    """The words about one figure.

    `key` is the row of the source table: country, year of publication, percent, year of the data.
    """

    key: tuple[str, str, str, str]
    estimate: str
    scope: str
    method: str
    confirmation: str
    checked: str
    quotes: str = ""


ENTRIES = (
    Entry(("MEX", "2019", "30", "2014"), "degortari-2019-customs", "manufactures", "customs", "confirmed", "abstract"),
    Entry(
        ("MEX", "2019", "18", "2014"),
        "degortari-2019-conventional",
        "manufactures",
        "input_output",
        "confirmed",
        "abstract",
    ),
    Entry(
        ("MEX", "2018", "17", ""),
        "degortari-2018-conventional",
        "manufactures",
        "input_output",
        "superseded",
        "earlier",
    ),
    Entry(
        ("MEX", "2017", "27", ""),
        "degortari-2017-final-customs",
        "final_goods",
        "customs",
        "superseded",
        "earlier_final",
    ),
    Entry(
        ("MEX", "2017", "17", ""),
        "degortari-2017-final-conventional",
        "final_goods",
        "input_output",
        "superseded",
        "earlier_final",
    ),
    Entry(
        ("MEX", "2017", "26", "1995"), "commerce-2017-mex-1995", "manufactures", "tiva", "confirmed", "report_conflict"
    ),
    Entry(("MEX", "2017", "16", "2011"), "commerce-2017-mex-2011", "manufactures", "tiva", "confirmed", "report"),
    Entry(("MEX", "2010", "40", ""), "kpww-2010-mex", "goods", "processing", "secondary", "testimony_and_press"),
    Entry(
        ("MEX", "2025", "30", ""),
        "atlantic-council-2025",
        "not_stated",
        "not_stated",
        "quotation",
        "quotation",
        "degortari-2019-customs",
    ),
    Entry(("CAN", "2017", "21", "1995"), "commerce-2017-can-1995", "manufactures", "tiva", "confirmed", "report"),
    Entry(("CAN", "2017", "15", "2011"), "commerce-2017-can-2011", "manufactures", "tiva", "confirmed", "report"),
    Entry(("CAN", "2010", "25", ""), "kpww-2010-can", "not_stated", "decomposition", "secondary", "testimony"),
    Entry(("MYS", "2010", "8", ""), "kpww-2010-mys", "not_stated", "decomposition", "secondary", "testimony"),
    Entry(("CHN", "2010", "4", ""), "kpww-2010-chn", "not_stated", "decomposition", "secondary", "testimony_and_press"),
)

#: Figures that are only in the table of comparisons: the name of their row there, and the key of the row made here.
FINAL_GOODS = {
    "US share of Mexican final-goods exports to US, conventional (on $118bn)": ("MEX", "2017", "17", ""),
    "same with specialised inputs": ("MEX", "2017", "27", ""),
}
FINAL_GOODS_CITATION = "de Gortari (2017), earlier version of \u201cDisentangling Global Value Chains\u201d"


def bundled(table: pd.DataFrame, more: pd.Series) -> pd.DataFrame:
    """Return the bundled table: one row a figure, each figure of the source tables once."""
    published = {
        (row["iso3"], row["publication_year"], row["us_content_pct"], row["data_year"]): row
        for row in table.to_dict("records")
    }
    for quantity, key in FINAL_GOODS.items():
        if more[quantity] != f"{key[2]}%":
            raise SystemExit(f"{quantity}: {more[quantity]}")
        published[key] = {"citation": FINAL_GOODS_CITATION, "url_seen": "", "kind": "estimate"}
    if set(published) != {entry.key for entry in ENTRIES}:
        raise SystemExit("the figures in content_estimates.py are not those of the source tables")
    rows = [
        {
            "estimate": entry.estimate,
            "partner": entry.key[0],
            "us_content_pct": entry.key[2],
            "scope": entry.scope,
            "data_year": entry.key[3],
            "published": entry.key[1],
            "kind": published[entry.key]["kind"],
            "confirmation": entry.confirmation,
            "quotes": entry.quotes,
            "method": entry.method,
            "checked": entry.checked,
            "citation": re.sub(r'"([^"]*)"', "\u201c\\1\u201d", published[entry.key]["citation"]),
            "url": published[entry.key]["url_seen"],
        }
        for entry in ENTRIES
    ]
    return pd.DataFrame(rows)
