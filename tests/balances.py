"""Small made-up accounts, and charts of adjusted balances drawn from them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd

import tradecontext as tc

SOURCE = "Figures made up for a test"
STEPS = ("returned", "onward", "double_counted", "foreign")


def partner(
    code: str,
    exports: float,
    imports: float,
    *,
    indirect: tuple[float, float] = (0.0, 0.0),
    own: tuple[float, float] = (0.75, 0.25),
    theirs: tuple[float, float] = (0.125, 0.5),
) -> dict[str, Any]:
    """Return one partner's accounts, in which the steps lead exactly to the balance in value added."""
    row: dict[str, Any] = {"partner": code, "exports": exports, "imports": imports}
    stays = {}
    for flow, mine, other, more in zip(("exports", "imports"), own, theirs, indirect, strict=True):
        size = row[flow]
        row |= {f"{flow}_reporter_content": size * mine, f"{flow}_partner_content": size * other}
        row[f"{flow}_third_content"] = size * (1 - mine - other)
        maker = row[f"{flow}_{'reporter' if flow == 'exports' else 'partner'}_content"]
        row |= {f"{flow}_returned": maker / 8, f"{flow}_onward": maker / 16, f"{flow}_double_counted": maker / 64}
        row |= {f"{flow}_foreign": size - maker, f"{flow}_indirect": more}
        stays[flow] = size - sum(row[f"{flow}_{step}"] for step in STEPS) + more
    row["value_added_balance"] = stays["exports"] - stays["imports"]
    return row


def own(*rows: dict[str, Any], **columns: Any) -> pd.DataFrame:
    """Return made-up accounts, in billions."""
    given = rows or (partner("MEX", 40, 100), partner("CAN", 80, 64), partner("CHN", 24, 96))
    return pd.DataFrame(list(given)).assign(**{"year": 2020, "unit": "usd_billion", **columns})


def chart(data: Any, **options: Any) -> tc.AdjustedBalance:
    """Draw a frame, with a source."""
    return tc.AdjustedBalance(data, **{"source": SOURCE, **options})


def rows(drawn: tc.AdjustedBalance) -> dict[str, dict[str, Any]]:
    """Return the rows of a chart by partner, estimate or step."""
    return {row["partner"]: row for row in drawn.spec["rows"]}


def notes(drawn: tc.AdjustedBalance) -> str:
    """Return the key and the notes of a chart in one text."""
    frame = drawn.spec["frame"]
    return " ".join([*frame["key"], *frame["notes"]])


def headline(drawn: tc.AdjustedBalance) -> str:
    """Return a chart's headline with plain spaces."""
    return str(drawn.spec["frame"]["headline"]).replace("\N{NO-BREAK SPACE}", " ")


def table(drawn: tc.AdjustedBalance) -> list[dict[str, str]]:
    """Return the rows of a chart's CSV."""
    return list(csv.DictReader(io.StringIO(drawn.to_csv().removeprefix("\ufeff"))))


def claim(code: str, share: float, **more: Any) -> dict[str, Any]:
    """Return a made-up estimate."""
    return {"estimate": code, "partner": "MEX", "share": share, "scope": "goods", "citation": f"Study {code}"} | more


def claims(*given: dict[str, Any]) -> pd.DataFrame:
    """Return a frame of made-up estimates."""
    return pd.DataFrame(list(given))
