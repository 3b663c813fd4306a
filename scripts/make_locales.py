"""Write one data file a language from CLDR (through babel) and the words in ``scripts/words``.

``python scripts/make_locales.py`` writes ``src/tradecontext/text/locale/*.json``; with ``--check`` it only compares.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol

HERE = Path(__file__).parent
WORDS = HERE / "words"
TARGET = HERE.parent / "src" / "tradecontext" / "text" / "locale"
# The currencies trade figures are published in; others are printed by their ISO 4217 code.
CURRENCIES = "USD EUR GBP JPY CNY CAD MXN BRL ARS CLP COP PEN INR KRW CHF AUD NZD SEK NOK DKK PLN TRY ZAR"


def locale(tag: str) -> dict[str, object]:
    """Separators, patterns, currencies and month names of CLDR beside our own words."""
    cldr = Locale.parse(tag)
    symbols = cldr.number_symbols["latn"]
    date = cldr.date_formats["long"].format
    return {
        "tag": tag,
        "dir": cldr.text_direction,
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        # CLDR's minimumGroupingDigits, which babel does not expose; a language with 2 sets it in its words.
        "min_grouping": 1,
        "minus": "\N{MINUS SIGN}",
        "percent": cldr.percent_formats[None].pattern.replace("#,##0", "{}"),
        "date": date % {"MMMM": "{month}", "d": "{day}", "y": "{year}"},
        "months": [cldr.months["format"]["wide"][number] for number in range(1, 13)],
        "currencies": {
            code: {"symbol": get_currency_symbol(code, tag), "name": get_currency_name(code, 2, tag)}
            for code in CURRENCIES.split()
        },
        **json.loads((WORDS / f"{tag}.json").read_text("utf-8")),
        # Terms, interface and sentences of each chart, which replace the common ones.
        "charts": {
            path.parent.name: json.loads(path.read_text("utf-8")) for path in sorted(WORDS.glob(f"*/{tag}.json"))
        },
    }


def main() -> int:
    """Write or compare every locale."""
    stale = []
    for words in sorted(WORDS.glob("*.json")):
        path = TARGET / words.name
        text = json.dumps(locale(words.stem), ensure_ascii=False, indent=1) + "\n"
        if "--check" in sys.argv:
            if not path.exists() or path.read_text("utf-8") != text:
                stale.append(path.name)
        else:
            path.write_text(text, "utf-8")
    if stale:
        print(f"Out of date with CLDR or scripts/words: {', '.join(stale)}; run python scripts/make_locales.py")
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
