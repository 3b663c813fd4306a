"""Names of partners and groups in every language of CLDR, reduced to the keys by which they are looked up.

To update CLDR's alternative names, run python scripts/partner_languages.py PACKAGE, where PACKAGE is the folder of an
unpacked npm package cldr-localenames-full of the same version as Babel's. It writes partner_alternatives.csv.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import babel
import pycountry
from babel.localedata import locale_identifiers

from partner_names import CLDR_MISTAKES, NAMESAKES
from partner_spellings_local import LOCAL_SPELLINGS
from tradecontext.partners.spelling import normalise, with_accents

if TYPE_CHECKING:
    from collections.abc import Iterator

#: CLDR's alternative names ("Hongkong" beside "Sonderverwaltungsregion Hongkong"), which Babel does not have: from the
#: npm package cldr-localenames-full 47.0.0.
ALTERNATIVES = Path(__file__).with_name("partner_alternatives.csv")

ISO3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}

#: CLDR's codes of parts of partners, for which trade statistics have none, and of its test territories.
NO_PARTNERS = {"AC", "CP", "CQ", "DG", "EA", "IC", "TA", "XA", "XB"}


def meaning_of(territory: str) -> str:
    """Return the meaning of a code of CLDR in the tables: a partner's code, or a group's after ``@``."""
    return ISO3.get(territory, f"@{territory}")


def claims() -> Iterator[tuple[str, str]]:
    """Yield every name in every language, with one of its meanings."""
    for locale in locale_identifiers():
        names = {
            territory: name
            for territory, name in babel.Locale.parse(locale).territories.items()
            if (locale.split("_")[0], territory) not in CLDR_MISTAKES
        }
        for territory, name in names.items():
            yield name, meaning_of(territory)
        for first, second, words in NAMESAKES:
            for one, other in ((first, second), (second, first)):
                bare = names.get(one, "")
                if bare and len(bare.split()) <= words and normalise(bare) in normalise(names.get(other, "")):
                    yield bare, meaning_of(other)
    with ALTERNATIVES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in row["names"].split("|"):
                yield name, meaning_of(row["territory"])
    for partner, spellings in LOCAL_SPELLINGS.items():
        for name in spellings.split("; "):
            yield name, partner


def make_names(known: dict[str, str], codes: dict[str, str]) -> list[dict[str, str]]:
    """Return the keys of all names that are not `known` by another table, in one row for each meaning.

    A key of several partners or groups has all their meanings. One that is a code in lower case has that meaning too.
    """
    meanings = keyed([(name, meaning) for name, meaning in claims() if normalise(name) not in known])
    for code, meaning in codes.items():
        if code.lower() in meanings:
            meanings[code.lower()].add(meaning)
    rows: dict[str, list[str]] = defaultdict(list)
    for key, claimed in meanings.items():
        rows[" ".join(sorted(claimed))].append(key)
    for meaning in sorted(rows):
        if " " in meaning:
            print("more than one meaning:", meaning, *sorted(rows[meaning]))
    return [
        {"meaning": meaning, "keys": " ".join(sorted(rows[meaning]))}
        for meaning in sorted(rows)
        if not {code.removeprefix("@") for code in meaning.split()} & NO_PARTNERS
    ]


def keyed(claims: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Return all meanings of each key.

    If names differ only in their accents, each is also a key with its accents. A name of two or three letters has only
    that key, and an abbreviation of that length has none: "OK" and "CAD" are countries in some languages.
    """
    meanings: dict[str, set[str]] = defaultdict(set)
    accented: dict[str, set[str]] = defaultdict(set)
    for name, meaning in claims:
        key, exact = normalise(name), with_accents(name)
        if not key or (is_short(name) and name.isupper()):
            continue
        if exact != key:
            accented[exact].add(meaning)
        if exact == key or not is_short(key):
            meanings[key].add(meaning)
    for exact, claimed in accented.items():
        if len(claimed) == 1 and meanings.get(normalise(exact)) != claimed:
            meanings[exact] |= claimed
    return meanings


def is_short(text: str) -> bool:
    """Return whether a text could be a code by its length and letters."""
    return len(text) <= 3 and text.isascii()


def alternatives(package: Path) -> list[tuple[str, str]]:
    """Return CLDR's alternative names by territory, from an unpacked npm package cldr-localenames-full."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in package.glob("main/*/territories.json"):
        ((_, locale),) = json.loads(path.read_text("utf-8"))["main"].items()
        for key, name in locale["localeDisplayNames"]["territories"].items():
            if "-alt-" in key:
                found[key.split("-")[0]].add(name)
    return [(code, "|".join(sorted(found[code]))) for code in sorted(found)]


if __name__ == "__main__":
    with ALTERNATIVES.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("territory", "names"), *alternatives(Path(sys.argv[1]))])
