"""Spellings of partners are matched exactly, never by similarity."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext import partners
from tradecontext.partners.spelling import normalise

TABLES = resources.files("tradecontext.data")


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
        "and", "can", "no", "in", "mx", "Mexxiko", "Mexco", "", "   ", "-", "...", "0021", "CS", "CAD", "OK", "END", "2010",
        "36", "4.84", "484.0", "48 4", "Corea", "Kongo", "Amerika", "ao", "England", "Northern Ireland",
        "China including Hong Kong",
    ],
)  # fmt: skip
def test_what_must_not_resolve(written: str) -> None:
    assert partners.resolve(written) is None


@pytest.mark.parametrize("value", [None, float("nan"), 840, ["MEX"], b"MEX", {}])
def test_what_is_not_text_resolves_to_nothing(value: object) -> None:
    assert partners.resolve(value) is None
    assert partners.suggest(value) == []


def test_suggestions_word_the_message() -> None:
    assert partners.suggest("Mexxico") == ["Mexico (MEX)"]
    assert partners.suggest("Untied Statse") == ["United States (USA)"]
    assert partners.suggest("Tschechein")[0] == "Czechia (CZE)", "in the languages of CLDR, too"
    assert set(partners.suggest("Congo")) == {"Congo - Kinshasa (COD)", "Congo - Brazzaville (COG)"}
    assert partners.suggest("Korea") == ["South Korea (KOR)", "North Korea (PRK)"]
    assert partners.suggest("mx")[0] == "Mexico (MEX)"
    assert partners.suggest("484.0") == ["Mexico (MEX)"], "a number that pandas made of a code"
    assert partners.suggest("36") == ["Australia (AUS)"]
    assert partners.suggest("Amerika") == ["Americas (a group)", "United States (USA)"]
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


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("the Netherlands", "NLD"), ("Netherlands (the)", "NLD"), ("Pays-Bas (les)", "NLD"), ("Los Países Bajos", "NLD"),
        ("Congo (the Democratic Republic of the)", "COD"), ("United States of America (the)", "USA"),
        ("Germany (1)", "DEU"), ("Germany [12]", "DEU"), ("China*", "CHN"), ("China (*)", "CHN"), ("France³", "FRA"),
        ("Mexico †", "MEX"), ("MEX (2)", "MEX"), ("Korea (S)", "KOR"), ("Congo (B)", "COG"),
        ("Gambia, The*", "GMB"),
        ("\xa0Mexico\xa0", "MEX"), ("Viet\xa0Nam", "VNM"), ("\ufeffMEX", "MEX"), ("TUR\u200b", "TUR"),
        ("Côte d`Ivoire", "CIV"), ("Cote d\u2018Ivoire", "CIV"), ("Guinea\u2013Bissau", "GNB"), ("Timor\u2011Leste", "TLS"),
        ("Korea, Republic of", "KOR"), ("Albania, Rep. of", "ALB"), ("Rep. of Moldova", "MDA"), ("Bahrain, Kingdom of", "BHR"),
    ],
)  # fmt: skip
def test_what_stands_around_a_name(written: str, code: str) -> None:
    assert partners.resolve(written) == code


@pytest.mark.parametrize("written", ["Congo (1)", "the Congo", "Korea*", "World (2)", "Sudan (2011)x"])
def test_what_stands_around_a_name_makes_no_name_of_what_is_none(written: str) -> None:
    assert partners.resolve(written) is None


def test_footnote_marks_take_no_time() -> None:
    start = time.process_time()
    assert partners.resolve("*" * 190 + "x") is None
    assert partners.resolve("( " * 95 + "x") is None
    assert partners.resolve("Mexico" + "*" * 190) == "MEX"
    assert time.process_time() - start < 1


def test_suggestions_for_many_unknown_names_take_no_time() -> None:
    unknown = [
        f"{row['name_en'][:3]}q{row['name_en'][3:]}"
        for row in csv.DictReader(TABLES.joinpath("partners.csv").open(encoding="utf-8"))
    ][:250]
    start = time.process_time()
    found = partners.suggest_all([*unknown, "x" * 100_000])
    # 0.3 s where nothing else runs; comparing every spelling with every other takes minutes.
    assert time.process_time() - start < 3
    assert list(found)[:250] == unknown
    assert all(found[name] == partners.suggest(name) for name in unknown[:20])
    assert sum(bool(found[name]) for name in unknown) > 0.9 * len(unknown)


def test_every_shipped_spelling_means_what_its_row_says_and_no_two_clash() -> None:
    rows = list(csv.DictReader(TABLES.joinpath("partner_spellings.csv").open(encoding="utf-8")))
    keys = [normalise(row["spelling"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert all(keys)
    for row in rows:
        codes = row["partner"].split()
        assert all(partners.name(code) for code in codes), row
        if len(codes) == 1:
            assert partners.resolve(row["spelling"]) == row["partner"], row
        else:
            assert partners.resolve(row["spelling"]) is None, row
            assert {text[-4:-1] for text in partners.suggest(row["spelling"])} == set(codes), row


@pytest.mark.slow
def test_the_languages_are_read_only_where_the_other_tables_have_no_answer() -> None:
    script = (
        "from tradecontext import partners\n"
        "known = ['MEX', 'México', 'Korea, Rep. of', 'EL', '484', 'World', 'EU27_2020', 'Insgesamt', 'Germany (1)', 'Congo']\n"
        "[(partners.resolve(name), partners.is_group(name)) for name in known]\n"
        "assert partners._other_languages.cache_info().currsize == 0\n"
        "assert partners.resolve('Norwegia') == 'NOR'\n"
        "assert partners._other_languages.cache_info().currsize == 1\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
