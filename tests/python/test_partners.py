"""Spellings of partners: exact, never by likeness."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext import partners

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("MEX", "MEX"), ("MX", "MEX"), ("México", "MEX"), ("  mexico ", "MEX"), ("MEXICO", "MEX"),
        ("NA", "NAM"), ("XK", "XKX"), ("Kosovo", "XKX"),
        ("Korea, South", "KOR"), ("Korea, Rep.", "KOR"), ("Rep. of Korea", "KOR"), ("South Korea", "KOR"),
        ("KOREA, NORTH", "PRK"), ("Viet Nam", "VNM"), ("Vietnam", "VNM"), ("Türkiye", "TUR"), ("Turkey", "TUR"),
        ("Burma", "MMR"), ("Congo (Kinshasa)", "COD"), ("Congo (Brazzaville)", "COG"), ("Congo, Rep.", "COG"),
        ("Other Asia, nes", "TWN"), ("Taiwan", "TWN"), ("Cote d'Ivoire", "CIV"), ("Côte d\u2019Ivoire", "CIV"),
        ("Ivory Coast", "CIV"), ("UK", "GBR"), ("U.S.", "USA"), ("USA", "USA"), ("EE. UU.", "USA"),
        ("Swaziland", "SWZ"), ("Bolivia (Plurinational State of)", "BOL"), ("China, Hong Kong SAR", "HKG"),
        ("Hong Kong", "HKG"), ("Bosnia and Herzegovina", "BIH"), ("Alemania", "DEU"), ("Allemagne", "DEU"),
        ("Países Baixos", "NLD"), ("ST VINCENT AND THE GRENADINES", "VCT"), ("Saint Lucia", "LCA"),
        ("Gaza Strip admin. by Israel", "US-5082"), ("WEST BANK ADMINISTERED BY ISRAEL", "US-5083"),
        ("USSR", "SUN"), ("Sudan", "SDN"), ("Fm Sudan", "US-7320"), ("Ethiopia(excludes Eritrea)", "ETH"),
        ("Israel", "ISR"), ("Serbia", "SRB"), ("Guinea", "GIN"), ("Niger", "NER"), ("Dominica", "DMA"),
    ],
)  # fmt: skip
def test_publishers_spellings(written: str, code: str) -> None:
    assert partners.resolve(written) == code


@pytest.mark.parametrize(
    "written",
    [
        "USMCA with Mexico (Consump)", "NAFTA with Mexico (Consump)", "South America", "North America", "World",
        " World", "European Union", "EU", "Africa", "Asia", "Europe", "Pacific Rim", "CAFTA-DR", "OPEC", "ASEAN",
        "TOTAL FOR ALL COUNTRIES", "Sub Saharan Africa", "Congo", "Korea", "Virgin Islands", "St Martin",
        "and", "can", "no", "in", "Mexiko", "Mexco", "", "   ", "-", "...", "0021", "CS",
    ],
)  # fmt: skip
def test_what_must_not_resolve(written: str) -> None:
    assert partners.resolve(written) is None


@pytest.mark.parametrize("value", [None, float("nan"), 840, ["MEX"], b"MEX", {}])
def test_what_is_not_text_resolves_to_nothing(value: object) -> None:
    assert partners.resolve(value) is None
    assert partners.suggest(value) == []


def test_suggestions_word_the_message() -> None:
    assert partners.suggest("Mexiko") == ["Mexico (MEX)"]
    assert set(partners.suggest("Congo")) == {"Congo - Kinshasa (COD)", "Congo - Brazzaville (COG)"}
    assert partners.suggest("Korea") == ["South Korea (KOR)", "North Korea (PRK)"]
    assert partners.suggest("mx")[0] == "Mexico (MEX)"
    assert partners.suggest("qwertyuiop") == []


def test_names_by_language() -> None:
    assert partners.name("DEU", "es") == "Alemania"
    assert partners.name("DEU", "es-MX") == "Alemania"
    assert partners.name("MAC", "pt") == "Macau"
    assert partners.name("SUN", "fr") == "Soviet Union", "English where CLDR has no name"
    assert partners.name("DEU", "xx") == "Germany"
    assert partners.name("ZZZ") is None


@given(st.text())
def test_any_text_resolves_to_a_partner_or_nothing(text: str) -> None:
    code = partners.resolve(text)
    assert code is None or partners.name(code)
    assert isinstance(partners.suggest(text), list)


@given(st.sampled_from(["Mexico", "Côte d'Ivoire", "Korea, South", "Türkiye"]), st.data())
def test_case_and_punctuation_do_not_matter(written: str, data: st.DataObject) -> None:
    changed = "".join(data.draw(st.sampled_from([c.upper(), c.lower(), c + ".", " " + c])) for c in written)
    assert partners.resolve(changed) == partners.resolve(written) is not None


def test_every_shipped_spelling_resolves_and_no_two_clash() -> None:
    text = resources.files("tradecontext.data").joinpath("partner_spellings.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    keys = [partners.normalise(row["spelling"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert all(keys)
    for row in rows:
        assert partners.resolve(row["spelling"]) is not None, row
        assert partners.name(row["partner"]), row


def test_no_spelling_reads_as_another_partners_code() -> None:
    text = resources.files("tradecontext.data").joinpath("partner_spellings.csv").read_text("utf-8")
    wrong = [row for row in csv.DictReader(text.splitlines()) if partners.resolve(row["spelling"]) != row["partner"]]
    assert wrong == []
