"""Make the tables of partners, of their codes and spellings, and of groups.

Usage: python scripts/make_partners.py [REFERENCE_CSV]

Names come from CLDR (through Babel) and ISO 3166 (through pycountry), publishers' spellings from the bundled
Census and WITS tables and from the lists beside this script. REFERENCE_CSV (columns iso3, us_fta_partner_2024,
us_fta_name, eu_member_2024) is the checked list of agreements; without it, those columns are taken over from the
present table. The same versions of the two packages make the same bytes.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import babel
import pycountry

from partner_groups import GROUPS, MEMBERS, OTHERS, WORLD_BANK
from partner_languages import make_names
from partner_names import AMBIGUOUS, CODES, OWN_NAMES, SHORT_NAMES, SUPERSEDED
from partner_spellings import SPELLINGS
from tradecontext.partners.spelling import normalise
from tradecontext.text.word_files import base_languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATA = Path(__file__).parents[1] / "src/tradecontext/data"
#: Every language that charts are written in, and the region in which most names are spelt in another way.
LANGUAGES = (*base_languages(), "pt-PT")
USMCA = {"USA", "MEX", "CAN"}
CHECKED = ("us_fta", "us_fta_partner_2024", "eu_member_2024")

#: How publishers shorten the words of official names.
SHORTENED = {"Republic": "Rep.", "Democratic": "Dem.", "Federal": "Fed.", "Federated": "Fed.", "States": "Sts."}


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
    territories = {language: babel.Locale.parse(language, sep="-").territories for language in LANGUAGES}
    iso2 = {country.alpha_3: country.alpha_2 for country in pycountry.countries} | {"XKX": "XK"}
    agreements = checked(reference)
    rows = []
    for code in sorted(iso2 | OWN_NAMES):
        if code in OWN_NAMES:
            names = {f"name_{language}": OWN_NAMES[code] if language == "en" else "" for language in LANGUAGES}
        else:
            short = SHORT_NAMES.get(code, {})
            names = {f"name_{x}": short.get(x.split("-")[0]) or territories[x][iso2[code]] for x in LANGUAGES}
        usmca = {"usmca": str(code in USMCA)}
        flags = agreements.get(code, dict.fromkeys(CHECKED, ""))
        rows.append({"partner": code, "iso2": iso2.get(code, ""), **names, **usmca, **flags})
    return rows


def make_codes(partners: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the codes that are not ISO's letters: UN M49 with Comtrade's own numbers, and publishers' letters."""
    taken = {row["partner"]: row["partner"] for row in partners} | {row["iso2"]: row["partner"] for row in partners}
    codes = {country.numeric: country.alpha_3 for country in pycountry.countries}
    for row in rows_of(DATA / "comtrade_partners.csv"):
        if row["partner"] != "WLD":
            number = row["comtrade_code"].zfill(3)
            # Comtrade uses the number of a former territory for its successor.
            codes.setdefault(number, row["partner"])
    for row in rows_of(DATA / "wits_partners.csv"):
        # WITS uses Sudan's code for the country before it was divided.
        if row["row_type"] == "country" and row["wits_code"] not in taken:
            codes[row["wits_code"]] = row["partner"]
    codes |= CODES
    return [{"code": code, "partner": codes[code]} for code in sorted(codes) if code not in taken]


def make_groups(partners: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the table of groups, with their members where they are known."""
    everyone = {row["partner"] for row in partners}
    members = {code: set(text.split()) for code, text in MEMBERS.items()}
    members |= {"001": everyone, "INTRA_EA": members["EZ"]}
    members |= {"EXTRA_EU": everyone - members["EU"], "EXTRA_EA": everyone - members["EZ"]}
    groups = {**GROUPS, **{code: ("group", code, names) for code, names in WORLD_BANK.items()}}
    others = [name for name in OTHERS.split("; ") if name]
    groups |= {normalise(name).upper(): ("group", "", name) for name in others}
    return [
        {
            "group": code,
            "kind": kind,
            "codes": codes,
            "members": " ".join(sorted(members.get(code, ()))),
            "names": names,
        }
        for code, (kind, codes, names) in groups.items()
    ]


def variants(spelling: str) -> list[str]:
    """Return the spelling with "Saint" for "St." and "Islands" for its abbreviations."""
    forms = [spelling, spelling.replace("\u2019", "'")]
    words = spelling.replace(".", "").split()
    if words[0] == "St":
        forms.append(" ".join(["Saint", *words[1:]]))
    if words[0] == "Saint":
        forms.append(" ".join(["St", *words[1:]]))
    return forms


def turned(official: str, short: str) -> Iterator[str]:
    """Yield the inverted and shortened forms of "Republic of Albania" that publishers use."""
    if not official.endswith(f" {short}") or " of" not in official:
        return
    title = official.removesuffix(f" {short}")
    shortened = " ".join(SHORTENED.get(word, word) for word in title.split())
    yield f"{short}, {title}"
    yield f"{short}, {shortened}"
    yield f"{short}, {shortened.removesuffix(' the').removesuffix(' of')}"
    yield f"{shortened} {short}"


def spelled(partners: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield every spelling with its meaning: those of CLDR, ISO, Census and WITS, and those added by hand."""
    for row in partners:
        for language in LANGUAGES:
            # A former territory has only its own full name: SUPERSEDED leaves the shorter ones to the successor.
            yield row[f"name_{language}"], row["partner"]
            if row["iso2"]:
                # The long form ("Hong Kong SAR China"), which is not the name if there is a short one.
                yield babel.Locale.parse(language, sep="-").territories[row["iso2"]], row["partner"]
    yield from spelled_by_iso({row["partner"]: row["name_en"] for row in partners})
    for row in [*rows_of(DATA / "census_partners.csv"), *rows_of(DATA / "wits_partners.csv")]:
        if row["row_type"] == "country" and row["partner"] not in SUPERSEDED:
            yield row["name"], row["partner"]
            yield row.get("api_name", ""), row["partner"]
    for code, spellings in SPELLINGS.items():
        yield from ((spelling, code) for spelling in spellings.split("; "))
    for name, codes in AMBIGUOUS.items():
        yield from ((name, code) for code in codes)


def spelled_by_iso(english: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield ISO's names, and its official ones with the inversions of publishers; `english` has CLDR's by partner."""
    for country in pycountry.countries:
        official = getattr(country, "official_name", "")
        common = getattr(country, "common_name", "")
        yield from ((name, country.alpha_3) for name in (country.name, common, official))
        for short in dict.fromkeys((country.name, common, english[country.alpha_3])):
            yield from ((form, country.alpha_3) for form in turned(official, short))


def make_spellings(partners: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return every spelling of the shipped languages with all its meanings."""
    meanings: dict[str, dict[str, str]] = {}
    for spelling, code in spelled(partners):
        for form in variants(spelling) if spelling else ():
            meanings.setdefault(normalise(form), {}).setdefault(code, form)
    known = {normalise(name) for name in AMBIGUOUS}
    for key, codes in meanings.items():
        if len(codes) > 1 and key not in known:
            print("more than one meaning:", codes)
    rows = [{"spelling": next(iter(codes.values())), "partner": " ".join(codes)} for codes in meanings.values()]
    return sorted(rows, key=lambda row: (row["partner"], row["spelling"]))


def claimed(what: str, claims: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the meaning of each text; exit if one has two, which these tables do not allow."""
    meanings: dict[str, str] = {}
    for text, meaning in claims:
        if meanings.setdefault(text, meaning) != meaning:
            raise SystemExit(f"the {what} {text} is {meanings[text]} and {meaning}")
    return meanings


def make_tables(reference: Path | None) -> dict[str, list[dict[str, str]]]:
    """Return all tables by their file's name, each spelling in one of them only."""
    partners = make_partners(reference)
    spellings = make_spellings(partners)
    groups = make_groups(partners)
    codes = make_codes(partners)
    names = claimed(
        "name",
        [(normalise(row["spelling"]), row["partner"]) for row in spellings]
        + [(normalise(name), f"@{row['group']}") for row in groups for name in row["names"].split("; ")],
    )
    letters = claimed(
        "code",
        [(code, row["partner"]) for row in partners for code in (row["partner"], row["iso2"]) if code]
        + [(row["code"], row["partner"]) for row in codes]
        + [(code, f"@{row['group']}") for row in groups for code in row["codes"].split()],
    )
    return {
        "partners.csv": partners,
        "partner_codes.csv": codes,
        "partner_spellings.csv": spellings,
        "partner_groups.csv": groups,
        "partner_names.csv": make_names(names, letters),
    }


def main() -> int:
    """Write the tables, or with --check list those that are out of date."""
    given = [argument for argument in sys.argv[1:] if argument != "--check"]
    stale = []
    for name, rows in make_tables(Path(given[0]) if given else None).items():
        path = DATA / name
        if "--check" not in sys.argv:
            path.write_text(text_of(rows), "utf-8", newline="")
        elif not path.exists() or path.read_bytes() != text_of(rows).encode():
            stale.append(name)
    if stale:
        print(f"Out of date with babel or pycountry: {', '.join(stale)}; run python scripts/make_partners.py")
    return bool(stale)


if __name__ == "__main__":
    raise SystemExit(main())
