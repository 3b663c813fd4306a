"""The view "bridge": four netted steps between one partner's two balances, and the exact ones that they sum."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from tradecontext.charts import options as given
from tradecontext.charts import sentences
from tradecontext.charts.adjusted_balance import balances, spoken, words
from tradecontext.charts.adjusted_balance.accounts import BALANCED, FLOWS, STEPS
from tradecontext.charts.adjusted_balance.steps import NETTED, SPLIT, netted, steps
from tradecontext.charts.highlight import highlighted
from tradecontext.charts.marks import marks
from tradecontext.errors import DataError
from tradecontext.text import exact
from tradecontext.text.exact import scale as power_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.adjusted_balance.accounts import Accounts, Figures
    from tradecontext.charts.adjusted_balance.steps import Step
    from tradecontext.charts.adjusted_balance.words import Drawn, Row
    from tradecontext.text.language import Language

COMPARED = ("deficit_smaller", "deficit_larger", "surplus_smaller", "surplus_larger")
"""Comparisons of two balances of one sign."""


def drawn(found: Accounts, options: Mapping[str, Any], language: Language) -> Drawn:
    """Return the view.

    Raises
    ------
    DataError
        If no partner is named, or if its steps are not known; the message names the partners whose steps are known.
    """
    code = _partner(found, options)
    accounts = found.with_bridge(code)
    own = accounts.figures[code]
    path = steps(own, code)
    four = netted(path)
    reach = [own["gross"], own[BALANCED], *(step.end for step in path)]
    power = power_of(max(map(abs, reach)))
    parts = (
        words.adapt_terms(found, options, language)
        | words.partner(code, found.names[code], language)
        | {
            "year": found.year,
            "what": words.scope("what", found.scope, language),
            "unit": language.unit(power, found.currency, words=True),
            "count": len(four),
            "power": power,
            "currency": found.currency,
        }
        | {name: language.in_column(value, power) for name, value in _explained_amounts(own).items()}
    )
    compared = balances.compared(own["gross"], own[BALANCED], power, language)
    named = _named(four) if compared in COMPARED else None
    rows = _rows(own, four, power, parts, language) + _exact_rows(path, power, parts, language)
    marked = marks({**options, "groups": None}, {row["partner"]: row["name"] for row in rows}, language)
    # A headline about third countries covers both of these steps.
    third = ["third_countries", "passing_through"]
    accents = dict.fromkeys(third if named in third[:1] else [named] if named else [], 1)
    rows = [row | marked.standing(row["partner"], accents) for row in rows]
    return words.Drawn(
        rows=rows,
        columns={
            "partner": language.terms["step"],
            "effect": language.sentence("column_effect", unit=language.unit(power, found.currency)),
        },
        words={
            "headline": language.sentence(f"headline_{named}", **parts, compared=language.phrase(compared, **parts))
            if named
            else balances.headline(accounts, code, parts, language),
            "subtitle": language.sentence("subtitle_bridge", **parts),
            "alt": spoken.balances(
                (own["gross"], own[BALANCED]),
                found.currency,
                parts,
                language,
                steps=[row for row in rows if row["role"] == "step"],
            ),
            "key": [language.sentence("key_value_added")],
            "notes": _notes(found, path, power, parts, language),
            "sources": found.lines,
        },
        sort_by="effect",
        hint="hint_bridge",
        more={
            "year": found.year,
            "currency": found.currency,
            "scale": {"ticks": [{"value": 0.0, "text": language.number(0, 0)}]},
            "exact": language.sentence("exact", **{**parts, "count": len(path)}),
        },
    )


def _explained_amounts(own: Figures) -> Figures:
    """Return the amounts that the explanations of the steps name."""
    found = {flow: own[flow] for flow in FLOWS}
    for flow in FLOWS:
        elsewhere = (own[f"{flow}_{step}"] for step in ("returned", "onward", "double_counted", "foreign"))
        found[f"{flow}_finally"] = exact.total([own[flow], own[f"{flow}_indirect"], *(-each for each in elsewhere)])
        found[f"{flow}_twice"] = own[f"{flow}_double_counted"]
        found[f"{flow}_onward"] = own[f"{flow}_onward"]
    home, theirs = (own[name] for name in SPLIT)
    return found | {
        "goes_home": own["imports_returned"],
        "theirs": theirs,
        "imports_third": exact.difference(own["imports_foreign"], home),
        "exports_third": exact.difference(own["exports_foreign"], theirs),
        "leaving": own["exports_returned"],
        "arriving": home,
    }


def _named(four: Sequence[Step]) -> str | None:
    """Return the step that explains most of the difference between the balances: it is larger than all others."""
    largest = max(four, key=lambda step: abs(step.effect))
    others = exact.total(abs(step.effect) for step in four if step is not largest)
    return largest.code if largest.code != "rest" and abs(largest.effect) > others else None


def _partner(found: Accounts, options: Mapping[str, Any]) -> str:
    """Return the partner whose bridge is drawn."""
    given.unused(options, ("groups",), "marks partners, and a bridge has rows of steps")
    highlight = highlighted(options["highlight"], found.names, options["groups"], found.names)
    code = given.country(options["country"], found.names) or next(iter(highlight), None)
    if code is None and len(found.names) == 1:
        code = next(iter(found.names))
    there = [each for each in found.names if found.table or _known(found.figures[each])]
    if not there:
        raise DataError(
            "view='bridge' needs the steps between the balances, as value_added_balances() has them for some partners "
            "and a tc.measures.MRIO for all"
        )
    if code is None:
        raise DataError(f"view='bridge' is of one partner: name it, for example country={there[0]!r}")
    if code not in there:
        raise DataError(f"country={code!r}: its steps are not known; they are for {', '.join(there)}")
    return code


def _known(own: Figures) -> bool:
    needed = ("gross", BALANCED, "exports", "imports", *STEPS, *SPLIT)
    return not any(isnan(own.get(name, float("nan"))) for name in needed)


def _rows(own: Figures, four: Sequence[Step], power: int, parts: Mapping[str, Any], language: Language) -> list[Row]:
    """Return the two balances, and the steps between them."""

    def balance(code: str, value: float, rank: int) -> Row:
        side = "deficit" if value < 0 else "surplus" if value > 0 else "balance"
        name = language.sentence(f"bridge_{code}_{side}", **parts)
        text = language.in_column(value, power)
        explanation = language.sentence(f"explain_{code}", balance=text, **parts)
        return {
            "partner": code,
            "name": name,
            "name_rank": rank,
            "role": "balance",
            "from": 0.0,
            "to": value + 0.0,
            "text": text,
            "readout": sentences.shortest(explanation, name),
        }

    return [
        balance("gross", own["gross"], 0),
        *(_step(each, rank, power, parts, language) for rank, each in enumerate(four, 1)),
        balance(BALANCED, own[BALANCED], len(four) + 1),
    ]


def _exact_rows(path: Sequence[Step], power: int, parts: Mapping[str, Any], language: Language) -> list[Row]:
    """Return the exact steps, each with the code of the step that sums it."""
    sums = {part: code for code, codes in NETTED.items() for part in codes}
    return [
        _step(each, rank, power, parts, language) | {"role": "part", "part_of": sums[each.code]}
        for rank, each in enumerate(path, len(NETTED) + 2)
    ]


def _step(each: Step, rank: int, power: int, parts: Mapping[str, Any], language: Language) -> Row:
    name = language.sentence(f"step_{each.code}", **parts)
    verb = "adds" if each.effect > 0 else "takes" if each.effect < 0 else "leaves"
    does = language.phrase(verb, amount=language.amount(abs(each.effect), parts["currency"], unit=power))
    why = language.sentence(f"explain_{each.code}", **parts)
    told = language.phrase("alt_step", step=name, amount=does)
    return {
        "partner": each.code,
        "name": sentences.shortest(name),
        "name_rank": rank,
        "role": "step",
        "from": each.start + 0.0,
        "to": each.end + 0.0,
        "text": words.signed(each.effect, power, language),
        "readout": sentences.shortest(f"{told} {why}", told, name),
    }


def _notes(
    found: Accounts, path: Sequence[Step], power: int, parts: Mapping[str, Any], language: Language
) -> list[str]:
    by_code = {step.code: step.effect for step in path}
    net = exact.total([by_code["imports_reporter"], by_code["exports_returned"]])
    home = language.sentence("note_home", **parts, net=words.signed(net, power, language))
    caveats = [language.sentence("note_bridge")]
    caveats += words.definition(found, language)
    caveats += [language.sentence("note_customs")] if found.source or found.table else []
    return [home, *words.ordered(caveats)]
