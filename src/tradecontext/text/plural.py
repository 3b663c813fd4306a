"""Sentences with gaps, and plural forms of words that depend on a count.

A sentence names its gaps in braces, ``"{partner}: {amount}"``. If a word depends on a count, the sentence has all its
plural forms, in the syntax of ICU's message format; ``#`` is the count::

    {count, plural, one {# partner} other {# partners}}

A CLDR rule for each language and category decides which form is used, for example ``"one": "i = 1 and v = 0"``. The
letters are CLDR's operands of the number as it is printed: ``n`` is its value, ``i`` its integer digits, ``v`` the
number of its decimals, and ``f`` the decimals as a whole number. ``w`` and ``t`` are ``v`` and ``f`` without trailing
zeros. ``c`` and ``e`` belong to numbers with an exponent, which no chart prints.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Count: TypeAlias = int | Decimal

GAP = re.compile(r"\{(\w+)(?:, plural,((?: \w+ \{(?:[^{}]|\{\w+\})*\})+))?\}", re.ASCII)
"""A gap: its name, and if words depend on it, their plural forms."""
COUNTED = ", plural,"
"""The text that marks a gap with plural forms."""
FORM = re.compile(r" (\w+) \{((?:[^{}]|\{\w+\})*)\}", re.ASCII)
_RELATION = re.compile(r"([a-z])(?: % (\d+))? (!?=) (\S+)")


def fill(
    sentence: str, parts: Mapping[str, object], rules: Mapping[str, str], printed: Callable[[object], str] = str
) -> str:
    """Fill the gaps of a sentence in one pass, so that braces in a value are not taken for gaps.

    Parameters
    ----------
    sentence : str
        A sentence of a file of words.
    parts : mapping
        The value of each gap. If a gap has plural forms and its value is not a number, all forms are kept, with their
        own gaps filled, so that the renderer can choose among them.
    rules : mapping
        CLDR's rules of the language, by category.
    printed : function
        What makes a text of a value: it writes numbers with the language's digits.
    """

    def filled(gap: re.Match[str]) -> str:
        name, forms = str(gap[1]), gap[2]
        value = parts[name]
        if forms is None:
            return printed(value)
        by_category: dict[str, str] = dict(FORM.findall(forms))
        if not isinstance(value, (int, Decimal)):
            every = (f" {each} {{{fill(form, parts, rules, printed)}}}" for each, form in by_category.items())
            return f"{{{name}{COUNTED}{''.join(every)}}}"
        form = by_category.get(category(value, rules), by_category.get("other", ""))
        return fill(form.replace("#", f"{{{name}}}"), parts, rules, printed)

    return GAP.sub(filled, sentence)


def category(count: Count, rules: Mapping[str, str]) -> str:
    """Return CLDR's plural category of a count as it is printed: that of 1.0 may differ from that of 1."""
    operands = _operands(format(abs(count), "f") if isinstance(count, Decimal) else str(abs(count)))
    return next((name for name, rule in rules.items() if _holds(rule, operands)), "other")


def of_whole_numbers(rules: Mapping[str, str]) -> dict[str, str]:
    """Return the rules reduced to whole numbers, so to the operand ``n``: the renderer counts nothing else."""
    found = {name: " or ".join(_whole(rule)) for name, rule in rules.items()}
    return {name: rule for name, rule in found.items() if rule}


def _whole(rule: str) -> list[str]:
    """Return the alternatives of a rule that whole numbers can satisfy, without the conditions that all of them do."""
    alternatives = []
    for alternative in rule.split(" or "):
        relations = alternative.split(" and ")
        of_value = [f"n{each[1:]}" for each in relations if each[0] in "ni"]
        if all(_related(each, _operands("0")) for each in relations if each[0] not in "ni"):
            alternatives.append(" and ".join(of_value) or "n % 1 = 0")
    return alternatives


def _operands(digits: str) -> dict[str, Count]:
    whole, _, decimals = digits.partition(".")
    short = decimals.rstrip("0")
    return {
        "n": Decimal(digits),
        "i": int(whole),
        "v": len(decimals),
        "w": len(short),
        "f": int(decimals or 0),
        "t": int(short or 0),
        "c": 0,
        "e": 0,
    }


def _holds(rule: str, operands: Mapping[str, Count]) -> bool:
    return any(all(_related(each, operands) for each in some.split(" and ")) for some in rule.split(" or "))


def _related(relation: str, operands: Mapping[str, Count]) -> bool:
    operand, modulus, sign, ranges = _relation(relation)
    value = operands[operand] % modulus if modulus else operands[operand]
    return any(value in each for each in ranges) == (sign == "=")


@cache
def _relation(text: str) -> tuple[str, int, str, list[range]]:
    """Parse a relation such as ``n % 10 != 2..4,9``."""
    found = _RELATION.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no relation of a plural rule")
    ends = [each.split("..") for each in found[4].split(",")]
    return found[1], int(found[2] or 0), found[3], [range(int(each[0]), int(each[-1]) + 1) for each in ends]
