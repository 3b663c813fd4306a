"""What an author chooses for a chart of adjusted balances, held to what the data has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tradecontext.text.language import Language

VIEWS = ("content", "value_added", "bridge")
TOP = 12
"""Partners drawn where the author does not say how many."""
MOST = 290
"""Rows a chart has room for, beside the total."""


def view(value: object, natural: str) -> str:
    """Return the view asked for, or the one that the data is made for.

    Raises
    ------
    DataError
        If there is no such view.
    """
    if value is None:
        return natural
    if not isinstance(value, str) or value not in VIEWS:
        raise DataError(f"view={shown(value)} is not known; choose one of {', '.join(map(repr, VIEWS))}")
    return value


def top(value: object) -> int:
    """Return how many partners to draw.

    Raises
    ------
    DataError
        If it is no number of rows.
    """
    if value is None:
        return TOP
    if not isinstance(value, (int, np.integer)) or isinstance(value, bool) or not 1 <= value <= 1000:
        raise DataError(f"top={shown(value)} has to be a whole number of rows, 1 to 1000, or None for {TOP}")
    return int(value)


def share(value: object) -> float | None:
    """Return the reader's own share of content at the start, or None.

    Raises
    ------
    DataError
        If it is no part of a dollar.
    """
    if value is None:
        return None
    if not isinstance(value, (int, float, np.number)) or isinstance(value, bool) or not 0 <= value <= 1:
        raise DataError(f"us_content={shown(value)} has to be a fraction of 0 to 1, such as 0.3 for 30 cents, or None")
    return value if isinstance(value, (int, float)) else value.item()


def highlight(value: object, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes that stand out.

    Raises
    ------
    DataError
        For one that is not in the data.
    """
    found = intake.known(() if value is None else value, "highlight", names)
    absent = next((code for code in found if code not in names), None)
    if absent is not None:
        raise DataError(f"highlight: {absent} has no row in the data; take it out")
    return found


def country(value: object, names: Mapping[str, str]) -> str | None:
    """Return the code of the one partner asked for, or None.

    Raises
    ------
    DataError
        If it is not in the data.
    """
    if value is None:
        return None
    code = intake.known([value], "country", names)[0]
    if code not in names:
        raise DataError(f"country: {code} has no row in the data (it has {some(names)})")
    return code


def reporter(value: object, currency: str, own: Mapping[str, str], language: Language) -> tuple[str, str]:
    """Return whose balances these are, code and name.

    Raises
    ------
    DataError
        For an unknown country, or where the currency leaves it open.
    """
    if value is None and currency != "USD":
        raise DataError(f"whose balances are these? They are in {currency}: name the country with reporter='…'")
    code = intake.known(["USA" if value is None else value], "reporter", own)[0]
    return code, own.get(code) or language.partner(code) or code


def kept(
    order: Sequence[str], sizes: Mapping[str, float], most: int, always: Collection[str]
) -> tuple[list[str], list[str]]:
    """Return the codes drawn, in their order, and those left out: the largest stay, and those always drawn.

    Raises
    ------
    DataError
        If there are more than a chart has room for.
    """
    ranked = sorted(order, key=lambda code: -abs(sizes.get(code, 0.0)))
    inside = {*ranked[:most], *always}
    drawn = [code for code in order if code in inside]
    if len(drawn) > MOST:
        raise DataError(f"{len(drawn)} partners have a row; at most {MOST} can be drawn: use top=")
    return drawn, [code for code in order if code not in inside]


def unused(options: Mapping[str, Any], names: Sequence[str], why: str) -> None:
    """Refuse options that would be silently left aside.

    Raises
    ------
    DataError
        Naming the first of them that is given.
    """
    for name in names:
        if options[name] is not None and options[name] is not False:
            raise DataError(f"{name}= {why}; take it out")


def some(names: Collection[str]) -> str:
    """List a few names for a message."""
    listed = list(names)
    return shown(", ".join(listed[:12]) + (", …" if len(listed) > 12 else ""))[1:-1] or "none"
