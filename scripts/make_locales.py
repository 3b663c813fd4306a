"""Write what CLDR knows of each language that there are words for: one small file a language.

``python scripts/make_locales.py`` writes ``src/tradecontext/text/cldr/<tag>.json`` through babel; with ``--check`` it
only compares. The words themselves are in ``words/<tag>.json`` beside what they are the words of, and no script makes
anything of them.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol

from tradecontext.text.word_files import languages

TARGET = Path(__file__).parents[1] / "src" / "tradecontext" / "text" / "cldr"
# The currencies trade figures are published in; others are printed by their ISO 4217 code.
CURRENCIES = "USD EUR GBP JPY CNY CAD MXN BRL ARS CLP COP PEN INR KRW CHF AUD NZD SEK NOK DKK PLN TRY ZAR"
# As CLDR lists them; "other" has no rule.
CATEGORIES = "zero one two few many"
# CLDR's names of digits, which babel has without the digits, and Unicode's of the first.
FIRST_DIGITS = {"latn": "DIGIT ZERO", "arab": "ARABIC-INDIC DIGIT ZERO"}


def cldr(tag: str) -> dict[str, object]:
    """Return separators, patterns, plural rules, currencies and month names."""
    locale = Locale.parse(tag, sep="-")
    lists = locale.list_patterns["standard"]
    rules = locale.plural_form.rules
    # The digits that are usual come first, then those of the region in which most people speak the language.
    most = Locale.parse(get_global("likely_subtags").get(locale.language, str(locale)))
    systems = dict.fromkeys([locale.default_numbering_system, "latn", most.default_numbering_system])
    return {
        "tag": tag,
        "dir": locale.text_direction,
        "numbers": {system: numbers(locale, system) for system in systems},
        "date": locale.date_formats["long"].format % {"MMMM": "{month}", "d": "{day}", "y": "{year}"},
        "months": [locale.months["format"]["wide"][number] for number in range(1, 13)],
        "lists": {kind: lists[kind] for kind in ("2", "start", "middle", "end")},
        "plurals": {name: modern(rules[name]) for name in CATEGORIES.split() if name in rules},
        "currencies": {
            code: {"symbol": get_currency_symbol(code, locale), "name": get_currency_name(code, 2, locale)}
            for code in CURRENCIES.split()
        },
    }


def numbers(locale: Locale, system: str) -> dict[str, str]:
    """Return how numbers are written in one of a language's systems of digits.

    Latin numbers and their signs are read from left to right, whatever is written around them; Arabic ones have their
    signs on the right. Marks of direction, which CLDR has in its signs, keep them there.
    """
    symbols = locale.number_symbols[system]
    percent = locale.percent_formats[None].pattern.replace("#,##0", "{}")
    mark = "".join(each for each in symbols["minusSign"] if unicodedata.category(each) == "Cf")
    percent = f"{mark}{percent}{mark}" if system == "latn" else percent.replace("%", symbols["percentSign"])
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


def modern(rule: str) -> str:
    """Return a plural rule in CLDR's own signs; babel still has its older words for them."""
    for old, new in ((r"\bnot in\b", "!="), (r"\bin\b", "="), (r"\bmod\b", "%")):
        rule = re.sub(old, new, rule)
    return rule


def main() -> int:
    """Write or compare every language."""
    stale = []
    for tag in languages():
        path = TARGET / f"{tag}.json"
        text = json.dumps(cldr(tag), ensure_ascii=False, indent=1) + "\n"
        if "--check" not in sys.argv:
            path.write_text(text, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != text:
            stale.append(path.name)
    if stale:
        print(f"Out of date with CLDR: {', '.join(stale)}; run python scripts/make_locales.py")
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
