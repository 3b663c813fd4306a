"""The exact steps from a balance as traded to the balance in value added, and the four that they are netted to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tradecontext.charts.adjusted_balance.accounts import BALANCED
from tradecontext.errors import DataError
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.charts.adjusted_balance.accounts import Figures

SPLIT = ("imports_reporter_content", "exports_partner_content")
"""Foreign content that the buying country made itself, in imports and in exports."""
UNEXPLAINED = 1e-5
"""Steps may miss the balance in value added by this part of the flows: rounding of published figures."""
NOISE = 1e-12
"""A step of at most this share of the flows is zero: it is rounding noise."""
NETTED = {
    "third_countries": ("imports_third", "exports_third"),
    "passing_through": ("imports_onward", "exports_onward"),
    "coming_home": ("imports_reporter", "exports_returned"),
    "rest": ("partner_returned", "double_counted", "imports_indirect", "exports_indirect"),
}
"""The steps that are drawn, each with the exact steps that it sums, in the order drawn."""


@dataclass(frozen=True)
class Step:
    """One step: its effect on the balance, and the balance before and after it."""

    code: str
    effect: float
    start: float
    end: float


def effects(own: Figures) -> dict[str, float]:
    """Return the effect of each exact step on the balance.

    The foreign content of imports is split into the reporter's own content and that of third countries, and likewise
    for exports. Two steps combine both flows: the partner's content that returns to the partner, and content that is
    counted twice.
    """
    home, theirs = (own[name] for name in SPLIT)
    found = {
        "exports_returned": -own["exports_returned"],
        "imports_reporter": home,
        "partner_returned": exact.difference(own["imports_returned"], theirs),
        "exports_third": exact.difference(theirs, own["exports_foreign"]),
        "imports_third": exact.difference(own["imports_foreign"], home),
        "exports_onward": -own["exports_onward"],
        "imports_onward": own["imports_onward"],
        "double_counted": exact.difference(own["imports_double_counted"], own["exports_double_counted"]),
        "exports_indirect": own["exports_indirect"],
        "imports_indirect": -own["imports_indirect"],
    }
    return {code: found[code] for codes in NETTED.values() for code in codes}


def steps(own: Figures, code: str) -> list[Step]:
    """Return the exact steps of one partner, which lead exactly from one balance to the other.

    Raises
    ------
    DataError
        If the figures do not add up.
    """
    at, target = own["gross"], own[BALANCED]
    found: list[Step] = []
    least = NOISE * (own["exports"] + own["imports"])
    for name, amount in effects(own).items():
        effect = amount if abs(amount) > least else 0.0
        # Each balance is summed from the first one, so that rounding does not accumulate over the steps.
        end = exact.total([own["gross"], *(step.effect for step in found), effect])
        found.append(Step(name, effect, at, end))
        at = end
    # What goes through third countries may be far larger than what is traded directly, and is rounded by its own size.
    largest = max(own["exports"] + own["imports"], abs(target), *map(abs, effects(own).values()))
    if not abs(at - target) <= UNEXPLAINED * largest:
        raise DataError(
            f"{code}: the steps lead to {at:,.0f}, and the balance in value added is {target:,.0f}; the columns are of "
            "two tables, or were rounded: take them from one"
        )
    last = found[-1]
    return [*found[:-1], Step(last.code, last.effect, last.start, target)]


def netted(path: Sequence[Step]) -> list[Step]:
    """Return the steps that are drawn; each begins and ends where the exact steps that it sums do."""
    by_code = {step.code: step for step in path}
    parts = {code: [by_code[each] for each in codes] for code, codes in NETTED.items()}
    return [
        Step(code, exact.total(each.effect for each in own), own[0].start, own[-1].end) for code, own in parts.items()
    ]
