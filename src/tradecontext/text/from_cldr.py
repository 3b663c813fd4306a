"""What CLDR knows of a language, through Babel: for the package's own files, and for languages without any."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError, shown
from tradecontext.text import digits
from tradecontext.text.word_files import languages

if TYPE_CHECKING:
    from babel import Locale

# The currencies trade figures are published in; others are printed by their ISO 4217 code.
CURRENCIES = "USD EUR GBP JPY CNY CAD MXN BRL ARS CLP COP PEN INR KRW CHF AUD NZD SEK NOK DKK PLN TRY ZAR"
# As CLDR lists them; "other" has no rule.
CATEGORIES = "zero one two few many"
# Unicode's names of the zeros of CLDR's digit systems, since Babel lacks the digits. Other systems are printed in Latin
# digits.
FIRST_DIGITS = {"latn": "DIGIT ZERO", "arab": "ARABIC-INDIC DIGIT ZERO"}
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = {"d": "{day}", "dd": "{day}", "M": "{number}", "MM": "{number}", "y": "{year}", "yyyy": "{year}"}


def tag(value: object) -> str:
    """Return the tag of a language that CLDR has, such as "pl" or "es-AR".

    Raises
    ------
    DataError
        If CLDR has no such language, or Babel is not installed.
    """
    if isinstance(value, str) and TAG.fullmatch(digits.without(value)):
        found = locale(value)
        if digits.ASKED not in value or digits.asked(value) in _systems(found):
            return value
    raise _no_language(value)


def _no_language(tag: object) -> DataError:
    return DataError(
        f"locale={shown(tag)} is no language; choose one of {', '.join(languages())}, or another one of CLDR"
    )


def locale(tag: str) -> Locale:
    """Return a language of CLDR as Babel has it."""
    try:
        from babel import Locale, UnknownLocaleError
    except ModuleNotFoundError:
        raise DataError(
            f"locale={shown(tag)} needs Babel, which knows its numbers and dates: "
            f'pip install "tradecontext[languages]", or choose one of {", ".join(languages())}'
        ) from None
    try:
        return Locale.parse(digits.without(tag), sep="-")
    except (UnknownLocaleError, ValueError):
        raise _no_language(tag) from None


def parent(tag: str) -> str | None:
    """Return the language whose words a language has where it has none of its own: that of es-AR is es-419."""
    from babel.core import get_global

    above: str = get_global("parent_exceptions").get(tag.replace("-", "_"), "").replace("_", "-")
    return above if above not in {"", "root"} else tag.rpartition("-")[0] or None


def known(tag: str) -> dict[str, Any]:
    """Return numbers by the names of their digits, patterns, plural rules, currencies and month names."""
    from babel.numbers import get_currency_name, get_currency_symbol

    found = locale(tag)
    lists = found.list_patterns["standard"]
    rules = found.plural_form.rules
    above = parent(tag)
    in_dates, alone = (
        [found.months[kind]["wide"][number] for number in range(1, 13)] for kind in ("format", "stand-alone")
    )
    return {
        "tag": tag,
        "dir": found.text_direction,
        **({"parent": above} if above not in {None, tag.partition("-")[0]} else {}),
        "numbers": {system: _numbers(found, system) for system in _systems(found)},
        "date": _date(found.date_formats["long"].format),
        "months": in_dates,
        # Some languages have months in another case beside a day: "26 marca", but "marzec 2025".
        **({"months_alone": alone} if alone != in_dates and alone[0] != "M01" else {}),
        "lists": {kind: lists[kind] for kind in ("2", "start", "middle", "end")},
        "plurals": {name: _modern(rules[name]) for name in CATEGORIES.split() if name in rules},
        "currencies": {
            code: {"symbol": get_currency_symbol(code, found), "name": get_currency_name(code, 2, found)}
            for code in CURRENCIES.split()
        },
    }


def partners(tag: str, letters: dict[str, str]) -> dict[str, str]:
    """Return the names of partners by code, of those that CLDR has; `letters` are ISO's two of each code."""
    territories = locale(tag).territories
    return {code: territories[two] for code, two in letters.items() if two in territories}


def _date(pattern: str) -> str:
    """Return the pattern of a date with the gaps that a language fills: year, month, number (of the month) and day."""
    gaps = re.sub(r"%\((\w+)\)s", lambda gap: _DATE.get(gap[1], "{month}" if gap[1][0] in "ML" else ""), pattern)
    return " ".join(gaps.split(" "))


def _systems(found: Locale) -> list[str]:
    """Return the names of a language's digits: first the usual ones, last those where most people speak it."""
    from babel import Locale
    from babel.core import get_global

    most = Locale.parse(get_global("likely_subtags").get(found.language, str(found)))
    usual = (found.default_numbering_system, "latn", most.default_numbering_system)
    return [name for name in dict.fromkeys(usual) if name in FIRST_DIGITS]


def _numbers(found: Locale, system: str) -> dict[str, str]:
    """Return how numbers are written in one of a language's systems of digits.

    Latin numbers and their signs are read from left to right, whatever is written around them; Arabic ones have their
    signs on the right. Marks of direction, which CLDR has in its signs, keep them there.
    """
    by_system = found.number_symbols
    symbols = by_system.get(system) or by_system[found.default_numbering_system]
    percent = re.sub("[#,0.]+", "{}", found.percent_formats[None].pattern.partition(";")[0])
    mark = "".join(each for each in symbols["minusSign"] if unicodedata.category(each) == "Cf")
    if system == "latn":
        mark = "\N{LEFT-TO-RIGHT MARK}" if found.text_direction == "rtl" else ""
        percent = f"{mark}{percent}{mark}"
    else:
        percent = percent.replace("%", symbols["percentSign"])
    first = ord(unicodedata.lookup(FIRST_DIGITS[system]))
    return {
        "digits": "".join(map(chr, range(first, first + 10))),
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "plus": f"{mark}+",
        "minus": f"{mark}\N{MINUS SIGN}",
        "under": f"{mark}<",
        "percent": percent,
    }


def _modern(rule: str) -> str:
    """Return a plural rule in CLDR's own signs; babel still has its older words for them."""
    for old, new in ((r"\bnot in\b", "!="), (r"\bin\b", "="), (r"\bmod\b", "%")):
        rule = re.sub(old, new, rule)
    return rule
