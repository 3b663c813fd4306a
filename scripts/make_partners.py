"""Make the tables of partners and of their spellings.

Usage: python scripts/make_partners.py [REFERENCE_CSV]

Names come from CLDR (through Babel) and ISO 3166 (through pycountry), publishers' spellings from the bundled
Census and WITS tables. REFERENCE_CSV (columns iso3, us_fta_partner_2024, us_fta_name, eu_member_2024) is
the checked list of agreements; without it, those columns are taken over from the present table. The same
versions of the two packages make the same bytes.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import babel
import pycountry

from partner_names import OWN_NAMES, SHORT_NAMES, SPELLINGS, SUPERSEDED
from tradecontext.partners import AMBIGUOUS, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[1] / "src/tradecontext/data"
LANGUAGES = ("en", "es", "pt", "fr")
USMCA = {"USA", "MEX", "CAN"}
CHECKED = ("us_fta", "us_fta_partner_2024", "eu_member_2024")


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a CSV as text; an empty cell is an empty text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text_of(rows: list[dict[str, str]]) -> str:
    """Return a bundled table as text, with the same bytes on every system."""
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def checked(reference: Path | None) -> dict[str, dict[str, str]]:
    """Return agreements and EU membership by partner, for the partners that were checked."""
    if reference is None:
        return {row["partner"]: {key: row[key] for key in CHECKED} for row in rows_of(DATA / "partners.csv")}
    return {
        row["iso3"]: {
            "us_fta": row["us_fta_name"],
            "us_fta_partner_2024": row["us_fta_partner_2024"],
            "eu_member_2024": row["eu_member_2024"],
        }
        for row in rows_of(reference)
    }


def make_partners(reference: Path | None) -> list[dict[str, str]]:
    """Return the table of partners: every ISO code, Kosovo, and the package's own."""
    territories = {language: babel.Locale(language).territories for language in LANGUAGES}
    iso2 = {country.alpha_3: country.alpha_2 for country in pycountry.countries} | {"XKX": "XK"}
    agreements = checked(reference)
    rows = []
    for code in sorted(iso2 | OWN_NAMES):
        if code in OWN_NAMES:
            names = {f"name_{language}": OWN_NAMES[code] if language == "en" else "" for language in LANGUAGES}
        else:
            short = SHORT_NAMES.get(code, {})
            names = {f"name_{x}": short.get(x) or territories[x][iso2[code]] for x in LANGUAGES}
        usmca = {"usmca": str(code in USMCA)}
        flags = agreements.get(code, dict.fromkeys(CHECKED, ""))
        rows.append({"partner": code, "iso2": iso2.get(code, ""), **names, **usmca, **flags})
    return rows


def variants(spelling: str) -> list[str]:
    """Return the spelling with "Saint" for "St." and "Islands" for its abbreviations."""
    forms = [spelling, spelling.replace("\u2019", "'")]
    words = spelling.replace(".", "").split()
    if words[0] == "St":
        forms.append(" ".join(["Saint", *words[1:]]))
    if words[0] == "Saint":
        forms.append(" ".join(["St", *words[1:]]))
    return forms


def spelled(partners: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield every spelling and what it means: CLDR, ISO, Census, WITS, and the list by hand."""
    for row in partners:
        for language in LANGUAGES:
            # A code whose territory changed leaves its name to the successor, all but its own wording.
            yield row[f"name_{language}"], row["partner"]
            if row["iso2"]:
                # The long form, where a short one is the name ("Hong Kong SAR China").
                yield babel.Locale(language).territories[row["iso2"]], row["partner"]
    for country in pycountry.countries:
        for key in ("name", "common_name", "official_name"):
            yield getattr(country, key, ""), country.alpha_3
    for row in [*rows_of(DATA / "census_partners.csv"), *rows_of(DATA / "wits_partners.csv")]:
        if row["row_type"] == "country" and row["partner"] not in SUPERSEDED:
            yield row["name"], row["partner"]
            yield row.get("api_name", ""), row["partner"]
    for code, spellings in SPELLINGS.items():
        for spelling in spellings:
            yield spelling, code


def make_spellings(partners: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return every spelling that means one partner only."""
    meanings: dict[str, dict[str, str]] = {}
    for spelling, code in spelled(partners):
        for form in variants(spelling) if spelling else ():
            meanings.setdefault(normalise(form), {}).setdefault(code, form)
    unclear = {normalise(name) for name in AMBIGUOUS}
    for key, codes in meanings.items():
        if len(codes) > 1:
            print("left out, more than one meaning:", codes)
        if len(codes) > 1 or key in unclear:
            codes.clear()
    rows = [{"spelling": form, "partner": code} for codes in meanings.values() for code, form in codes.items()]
    return sorted(rows, key=lambda row: (row["partner"], row["spelling"]))


def main() -> int:
    """Write both tables, or with --check say which are not as made."""
    given = [argument for argument in sys.argv[1:] if argument != "--check"]
    table = make_partners(Path(given[0]) if given else None)
    stale = []
    for name, rows in (("partners.csv", table), ("partner_spellings.csv", make_spellings(table))):
        path = DATA / name
        if "--check" not in sys.argv:
            path.write_text(text_of(rows), "utf-8", newline="")
        elif path.read_bytes() != text_of(rows).encode():
            stale.append(name)
    if stale:
        print(f"Behind babel and pycountry: {', '.join(stale)}; run python scripts/make_partners.py")
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
