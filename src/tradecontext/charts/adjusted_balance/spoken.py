"""The alternative texts of the views: the message, with the figures of what is highlighted."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from tradecontext.charts import sentences
from tradecontext.charts.adjusted_balance import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.adjusted_balance.estimates import Estimates
    from tradecontext.charts.adjusted_balance.words import Row
    from tradecontext.text.exact import Figure
    from tradecontext.text.language import Language


def balances(
    two: tuple[float, float], currency: str, parts: Mapping[str, Any], language: Language, steps: Sequence[Row] = ()
) -> str:
    """Say a partner's balance as traded and in value added, and the largest of the `steps` between them, if given.

    Parameters
    ----------
    two : tuple of float
        The two balances.
    currency : str
        Their currency.
    parts : mapping
        Names of reporter and partner, the year, and the power of ten that the balances are printed in.
    language : Language
        Words and numbers.
    steps : sequence of rows
        The steps as drawn.
    """
    chart = language.phrase("chart_steps" if steps else "chart_bars")
    if any(map(isnan, two)):
        return language.sentence("alt_no_balances", chart=chart, **parts)
    sides = {
        name: language.phrase(
            "side_balanced" if value == 0 else "side_deficit" if value < 0 else "side_surplus",
            amount=language.amount(abs(value), currency, unit=parts["power"]),
        )
        for name, value in zip(("gross", "added"), two, strict=True)
    }
    text = [language.sentence("alt_balances", chart=chart, **{**parts, **sides})]
    if steps:
        most = max(steps, key=lambda step: abs(step["to"] - step["from"]))
        amount = language.amount(abs(most["to"] - most["from"]), currency, unit=parts["power"])
        text.append(language.sentence("alt_most", step=most["name"], amount=amount))
    return sentences.alternative(text)


def content(told: Mapping[str, Any], shares: Sequence[Figure] | None, language: Language) -> str:
    """Say the parts of a dollar of imports from the partner in `told`; None if no parts are known."""
    if shares is None:
        return language.sentence("alt_no_content", **told)
    own, _, third = (words.in_cents(share, language) for share in shares)
    return language.sentence("alt_content", **told, cents=own, third=third)


def estimates(found: Estimates, told: Mapping[str, Any], names: Mapping[str, str], language: Language) -> str:
    """Say the range of the estimates and how many they are, and then the highlighted one."""
    shares = sorted(each.share for each in found.unflagged)
    ends = [words.in_cents(each, language) for each in (shares[0], shares[-1])]
    figures = ends[0] if ends[0] == ends[1] else language.phrase("cents_range", low=ends[0], high=ends[1])
    kind = "alt_estimates" if len({each.scope for each in found.unflagged}) == 1 else "alt_estimates_differ"
    text = [language.sentence(kind, **{**told, "count": len(shares)}, figures=figures)]
    text += [
        language.sentence("alt_step", step=names[each.code], amount=words.in_cents(each.share, language))
        for each in found.rows
        if each.code == next(iter(found.highlight), None)
    ]
    return sentences.alternative(text)
