"""Parse the SDMX-JSON answers of WITS's API into a table with one row per observation."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from tradecontext.errors import DataError
from tradecontext.readers._publisher import json_looks_like

#: Dimensions of an answer about trade, and the columns that they become.
_DIMENSIONS = {
    "REPORTER": "reporter", "PARTNER": "other", "PRODUCTCODE": "product", "INDICATOR": "indicator",
    "TIME_PERIOD": "year", "FREQ": "frequency",
}  # fmt: skip
#: Product code of answers to a request that named no product, such as a partner's share of all trade.
_NO_PRODUCT = "999999"


def table(text: str, called: str) -> pd.DataFrame:
    """Read an answer.

    Returns
    -------
    pandas.DataFrame
        reporter, other, product, indicator, year, frequency, as the answer names them, and value (text).

    Raises
    ------
    DataError
        If the answer is another service's, is cut off, or has no figures.
    """
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        raise DataError(f"{called} is not complete JSON: the download may have been cut off; fetch it again") from None
    if not isinstance(answer, dict) or "dataSets" not in answer:
        raise DataError(_no_answer(answer, text, called))
    try:
        rows = list(_observations(answer)) if any(answer["dataSets"]) else []
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        raise DataError(
            f"{called} is SDMX-JSON whose series do not fit its dimensions: it was cut off or edited, or is not of "
            "WITS; fetch it again"
        ) from None
    if not rows:
        raise DataError(
            f"{called} is SDMX-JSON without figures: WITS has none for this request; check reporter, partner, year and "
            "product"
        )
    missing = [name for name, column in _DIMENSIONS.items() if column != "frequency" and column not in rows[0]]
    if missing:
        raise DataError(
            f"{called} is SDMX-JSON, and not an answer of WITS about trade: it lacks the dimensions "
            f"{', '.join(missing)}. For the OECD's Trade in Value Added ask for format=csvfile and use read_tiva"
        )
    return pd.DataFrame(rows, index=pd.RangeIndex(1, len(rows) + 1), dtype=object)


def _no_answer(answer: Any, text: str, called: str) -> str:
    if isinstance(answer, dict):
        for key in ("error", "message", "Message", "errorMessage", "errors"):
            if answer.get(key):
                said = " ".join(str(answer[key]).split())[:160]
                return f"{called} is JSON and no figures: the service says {said!a}"
    like = json_looks_like(text) or "it has no part called dataSets"
    return f"{called} is JSON and not an answer of WITS's API, which is SDMX-JSON: {like}"


def _observations(answer: dict[str, Any]) -> Any:
    """Yield one row per observation, of an answer that is grouped into series or of one that is flat."""
    dimensions = answer["structure"]["dimensions"]
    by_series, by_observation = (dimensions.get(level) or [] for level in ("series", "observation"))
    for part in answer["dataSets"]:
        series = part.get("series", {"": part})
        for key, each in series.items():
            base = _placed(key, by_series)
            for at, observed in each["observations"].items():
                value = observed[0] if isinstance(observed, list) else observed
                yield base | _placed(at, by_observation) | {"value": "" if value is None else str(value)}


def _placed(key: str, dimensions: list[Any]) -> dict[str, str]:
    """Return the value of each dimension that a key such as ``0:3:1`` points to."""
    places = key.split(":") if key else []
    if len(places) != len(dimensions):
        raise ValueError(key)
    found = {}
    for place, dimension in zip(places, dimensions, strict=True):
        column = _DIMENSIONS.get(dimension["id"])
        if column is not None and int(place) >= 0:
            value = dimension["values"][int(place)]
            code = str(value["id"])
            named = str(value.get("name") or "").strip()
            # Years and frequencies are taken from their codes, since names may be in any language.
            plain = column in {"year", "frequency"} or (column == "product" and code == _NO_PRODUCT)
            found[column] = code if plain or not named else named
    return found
