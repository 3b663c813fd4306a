"""Sentences with gaps, and the form that a word takes after a count.

A sentence names its gaps in braces, ``"{partner}: {amount}"``. Where a word depends on a count, all its forms stand
there, in the syntax of ICU's message format; ``#`` is the count::

    {count, plural, one {# partner} other {# partners}}

Which form is right, a rule of CLDR says for each language, for example ``"one": "i = 1 and v = 0"``. The letters stand
for the number as it is printed: ``n`` is its value, ``i`` the digits before the mark of decimals, ``v`` how many
decimals follow, ``f`` those as a whole number; ``w`` and ``t`` are the same as ``v`` and ``f`` without noughts at the
end, and ``c`` and ``e`` are of numbers with an exponent, which no chart prints.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Count: TypeAlias = int | Decimal

GAP = re.compile(r"\{(\w+)(?:, plural,((?: \w+ \{(?:[^{}]|\{\w+\})*\})+))?\}", re.ASCII)
"""A gap: its name, and the forms if it is a count that words depend on."""
COUNTED = ", plural,"
"""What only a sentence has that depends on a count."""
FORM = re.compile(r" (\w+) \{((?:[^{}]|\{\w+\})*)\}", re.ASCII)
_RELATION = re.compile(r"([a-z])(?: % (\d+))? (!?=) (\S+)")


def fill(sentence: str, parts: Mapping[str, object], rules: Mapping[str, str]) -> str:
    """Fill the gaps of a sentence in one pass: braces in what fills them stay as they are.

    Parameters
    ----------
    sentence : str
        From a file of words.
    parts : mapping
        What fills each gap. Where forms depend on a gap and what fills it is no number, they all stay, with their
        own gaps filled: ``"{name}"`` leaves the choice to the renderer.
    rules : mapping
        CLDR's rules of the language, by category.
    """

    def filled(gap: re.Match[str]) -> str:
        name, forms = str(gap[1]), gap[2]
        value = parts[name]
        if forms is None:
            return str(value)
        by_category: dict[str, str] = dict(FORM.findall(forms))
        if not isinstance(value, (int, Decimal)):
            every = (f" {each} {{{fill(form, parts, rules)}}}" for each, form in by_category.items())
            return f"{{{name}{COUNTED}{''.join(every)}}}"
        form = by_category.get(category(value, rules), by_category.get("other", ""))
        return fill(form.replace("#", f"{{{name}}}"), parts, rules)

    return GAP.sub(filled, sentence)


def category(count: Count, rules: Mapping[str, str]) -> str:
    """Return CLDR's category of a count as it is printed: 1 and 1.0 may differ."""
    operands = _operands(format(abs(count), "f") if isinstance(count, Decimal) else str(abs(count)))
    return next((name for name, rule in rules.items() if _holds(rule, operands)), "other")


def of_whole_numbers(rules: Mapping[str, str]) -> dict[str, str]:
    """Return the rules as they are of whole numbers: of ``n`` alone, for the renderer, which counts nothing else."""
    found = {name: " or ".join(_whole(rule)) for name, rule in rules.items()}
    return {name: rule for name, rule in found.items() if rule}


def _whole(rule: str) -> list[str]:
    """Return the alternatives of a rule that whole numbers can meet, without what all of them do."""
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
    """Read ``n % 10 != 2..4,9``."""
    found = _RELATION.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no relation of a plural rule")
    ends = [each.split("..") for each in found[4].split(",")]
    return found[1], int(found[2] or 0), found[3], [range(int(each[0]), int(each[-1]) + 1) for each in ends]
