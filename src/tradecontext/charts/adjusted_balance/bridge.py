"""The view "bridge": the steps from one partner's balance as traded to its balance in value added."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

from tradecontext.charts import options as given
from tradecontext.charts import sentences
from tradecontext.charts.adjusted_balance import balances, spoken, words
from tradecontext.charts.adjusted_balance.accounts import BALANCED, FLOWS, STEPS
from tradecontext.charts.marks import marks
from tradecontext.errors import DataError
from tradecontext.text import exact
from tradecontext.text.language import scale as power_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.adjusted_balance.accounts import Accounts, Figures
    from tradecontext.charts.adjusted_balance.words import Drawn, Row
    from tradecontext.text.language import Language

SPLIT = ("imports_reporter_content", "exports_partner_content")
"""Of what is foreign in a flow, the part that its buyer made: it goes home."""
UNEXPLAINED = 1e-5
"""Steps may miss the balance in value added by this part of the flows: rounding of published figures."""
NOISE = 1e-12
"""A smaller part of the flows is what solving a table leaves of nothing."""
ORDER = (
    "exports_returned",
    "imports_reporter",
    "partner_returned",
    "exports_third",
    "imports_third",
    "exports_onward",
    "imports_onward",
    "double_counted",
    "exports_indirect",
    "imports_indirect",
)
"""Steps, what goes home first: it nearly cancels; then what moves the balance."""


@dataclass(frozen=True)
class Step:
    """One step: its effect on the balance, and the balance before and after it."""

    code: str
    effect: float
    start: float
    end: float


def effects(own: Figures) -> dict[str, float]:
    """Return the effect of each step on the balance, in the order drawn.

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
    return {code: found[code] for code in ORDER}


def steps(own: Figures, code: str) -> list[Step]:
    """Return the steps of one partner, which lead exactly from one balance to the other.

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
    reach = [own["gross"], own[BALANCED], *(step.end for step in path)]
    power = power_of(max(map(abs, reach)))
    parts = (
        words.named(found, options, language)
        | words.partner(code, found.names[code], language)
        | {
            "year": found.year,
            "what": words.scope("what", found.scope, language),
            "unit": language.unit(power, found.currency, words=True),
            "count": len(path),
            "power": power,
        }
        | {name: language.in_column(value, power) for name, value in _explained_amounts(own).items()}
    )
    rows = _rows(own, path, power, parts, language)
    marked = marks({**options, "groups": None}, {row["partner"]: row["name"] for row in rows}, language)
    rows = [row | marked.standing(row["partner"], ()) for row in rows]
    return words.Drawn(
        rows=rows,
        columns={
            "partner": language.terms["step"],
            "effect": language.sentence("column_effect", unit=language.unit(power, found.currency)),
        },
        words={
            "headline": balances.headline(accounts, code, parts, language),
            "subtitle": language.sentence("subtitle_bridge", **parts),
            "alt": spoken.balances(
                (own["gross"], own[BALANCED]),
                found.currency,
                parts,
                language,
                steps=[row for row in rows if row["role"] == "step"],
            ),
            "key": [],
            "notes": _notes(found, path, power, parts, language),
            "sources": found.lines,
        },
        sort_by="effect",
        hint="hint_bridge",
        more={
            "year": found.year,
            "currency": found.currency,
            "legend": [language.terms["adding"], language.terms["taking"]],
            "scale": words.scale(reach, power, language),
        },
    )


def _explained_amounts(own: Figures) -> Figures:
    """Return the amounts that the explanations of the steps name."""
    found = {flow: own[flow] for flow in FLOWS}
    for flow in FLOWS:
        elsewhere = (own[f"{flow}_{step}"] for step in ("returned", "onward", "double_counted", "foreign"))
        found[f"{flow}_finally"] = exact.total([own[flow], own[f"{flow}_indirect"], *(-each for each in elsewhere)])
        found[f"{flow}_twice"] = own[f"{flow}_double_counted"]
    return found | {"goes_home": own["imports_returned"], "theirs": own["exports_partner_content"]}


def _partner(found: Accounts, options: Mapping[str, Any]) -> str:
    """Return the partner whose bridge is drawn."""
    highlight = given.partners(options["highlight"], "highlight", found.names)
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


def _rows(own: Figures, path: Sequence[Step], power: int, parts: Mapping[str, Any], language: Language) -> list[Row]:
    def balance(code: str, value: float, rank: int) -> Row:
        name = language.sentence(f"bridge_{code}", **parts)
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

    def step(each: Step, rank: int) -> Row:
        name = language.sentence(f"step_{each.code}", **parts)
        verb = "adds" if each.effect > 0 else "takes" if each.effect < 0 else "leaves"
        does = language.phrase(verb, amount=language.in_column(abs(each.effect), power), **parts)
        why = language.sentence(f"explain_{each.code}", **parts)
        return {
            "partner": each.code,
            "name": sentences.shortest(name),
            "name_rank": rank,
            "role": "step",
            "from": each.start + 0.0,
            "to": each.end + 0.0,
            "text": words.signed(each.effect, power, language),
            "readout": sentences.shortest(f"{name}: {does}. {why}", f"{name}: {does}.", name),
        }

    return [
        balance("gross", own["gross"], 0),
        *(step(each, rank + 1) for rank, each in enumerate(path)),
        balance(BALANCED, own[BALANCED], len(path) + 1),
    ]


def _notes(
    found: Accounts, path: Sequence[Step], power: int, parts: Mapping[str, Any], language: Language
) -> list[str]:
    by_code = {step.code: step.effect for step in path}
    leaving, arriving = -by_code["exports_returned"], by_code["imports_reporter"]
    home = language.sentence(
        "note_home",
        **parts,
        leaving=language.in_column(leaving, power),
        arriving=language.in_column(arriving, power),
        net=words.signed(exact.difference(arriving, leaving), power, language),
    )
    caveats = [language.sentence("note_bridge"), language.sentence("note_net", **parts)]
    caveats += words.definition(found, language)
    caveats += [language.sentence("note_customs")] if found.source or found.table else []
    return [home, *words.ordered(caveats)]
