"""One partner's flows, and the amount of content in them for a given share. No balance is ever changed by a share."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

from tradecontext.charts import options as given
from tradecontext.charts import sentences
from tradecontext.charts.adjusted_balance import words
from tradecontext.errors import DataError
from tradecontext.text.exact import scale as power_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.adjusted_balance.accounts import Accounts
    from tradecontext.charts.adjusted_balance.estimates import Estimate, Estimates
    from tradecontext.text.language import Language


@dataclass(frozen=True)
class Flows:
    """Exports to and imports from one partner in one year, in whole units."""

    code: str
    name: str
    exports: float
    imports: float
    year: int
    currency: str
    scope: str


def flows(found: Accounts | None, estimates: Estimates) -> Flows | None:
    """Return the flows of the estimates' partner.

    Raises
    ------
    DataError
        If the estimates are of several partners, or if the data lacks this partner's flows.
    """
    if found is None:
        return None
    code = estimates.country
    if code is None:
        raise DataError(
            f"the estimates are of {len(estimates.names)} partners ({given.some(estimates.names)}), and data has "
            "flows to apply them to: say whose with country='…'"
        )
    if code not in found.figures:
        raise DataError(f"country={code!r} has no row in the data for {found.year} (it has {given.some(found.names)})")
    own = found.figures[code]
    for name in ("exports", "imports"):
        if isnan(own.get(name, float("nan"))):
            raise DataError(f"{code}: the data has no {name} for {found.year}; both flows are needed beside estimates")
    return Flows(code, found.names[code], own["exports"], own["imports"], found.year, found.currency, found.scope)


def power(own: Flows) -> int:
    """Return the power of ten that the amounts are printed in."""
    return power_of(max(own.exports, own.imports))


def same(each: Estimate, own: Flows) -> bool:
    """Say whether an estimate has the scope and the year of these flows; otherwise applying it is an assumption."""
    return each.scope == own.scope and each.year == own.year


def applied(each: Estimate, own: Flows, language: Language) -> str:
    """Return the name of the content line for an estimate, which calls it an assumption unless scope and year match."""
    parts = {
        "cents": words.in_cents(each.share, language),
        "short": each.short,
        "flows": words.scope("flows", own.scope, language),
        "year": own.year,
    }
    if same(each, own):
        return sentences.shortest(language.sentence("applied_same", **parts))
    return sentences.shortest(language.sentence("applied_if", **parts), language.sentence("applied", **parts))


def _parts(own: Flows, whose: Mapping[str, Any], language: Language) -> dict[str, Any]:
    return (
        dict(whose)
        | words.partner(own.code, own.name, language)
        | {
            "year": own.year,
            "flows": words.scope("flows", own.scope, language),
            "unit": language.unit(power(own), own.currency),
            "unit_words": language.unit(power(own), own.currency, words=True),
        }
    )


def amounts(own: Flows, whose: Mapping[str, Any], language: Language, *, one_sided: bool) -> dict[str, Any]:
    """Return the flows and the lines' names from which the renderer computes the lines; `whose` names the reporter."""
    parts = _parts(own, whose, language)
    lines = {
        kind: sentences.shortest(language.sentence(f"line_{kind}", **parts))
        for kind in ("exports", "imports", "without", "balance", "one_sided")
    }
    reading = {"name": lines.pop("one_sided"), "warning": language.sentence("warning", **parts)}
    return {
        "caption": sentences.shortest(language.sentence("amounts_caption", **parts)),
        "title": language.sentence("amounts_title", **parts),
        "unit": language.sentence("amounts_unit", **parts),
        "exports": own.exports,
        "imports": own.imports,
        "power": power(own),
        "why": sentences.shortest(language.sentence("unmoved", **parts)),
        "lines": lines,
        **({"one_sided": reading} if one_sided else {}),
        "own": language.sentence("own_share", **parts),
        "applied": sentences.shortest(language.sentence("applied_own", **{**parts, "cents": "{cents}"})),
        "cents": language.phrase("cents", n="{n}"),
    }


def notes(own: Flows, whose: Mapping[str, Any], language: Language, *, one_sided: bool) -> list[str]:
    """Return the notes under the amounts that an author cannot leave out."""
    return [language.sentence("note_one_sided", **_parts(own, whose, language))] if one_sided else []
