"""Names in the languages of CLDR, compared with Babel, from which the shipped table was made."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import babel
import pycountry
import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from tradecontext import partners
from tradecontext.partners.spelling import normalise

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from partner_names import CLDR_MISTAKES

ISO3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}

#: CLDR's codes of unions, which are groups like the regions with UN M49 codes.
REGIONS = {"EU", "EZ", "UN", "QO", "ZZ"}

#: All names that mean two partners, in different languages or in one, except the bare names of the Congos and Koreas.
#: Look closely at anything new here.
TWO_PARTNERS = {
    "nigeri": "NER NGA", "kata": "QAT TCD", "sabiya": "SRB ZMB", "nga": "NGA RUS",
    "santmartin": "MAF SXM", "светимартин": "MAF SXM", "sɛŋmartɛɛŋ": "MAF SXM", "ߛߍߕߡߊߙߑߕߍ": "MAF SXM",
}  # fmt: skip

#: Names for which a shipped language takes precedence over another one: French "Afrique du Sud" is the region in Wolof,
#: Spanish "Sudáfrica" in Quechua; English "Malawi" is Latvia in Toki Pona, and so on.
DECIDED = {("wo", "018"), ("qu", "018"), ("tok", "LV")}


@cache
def names() -> list[tuple[str, str, str]]:
    """Return every name in every language once: its language, territory and wording."""
    return sorted(
        {
            (locale.split("_")[0], territory, name)
            for locale in locale_identifiers()
            for territory, name in babel.Locale.parse(locale).territories.items()
            if (locale.split("_")[0], territory) not in CLDR_MISTAKES
            # Up to three capitals are a code, which is all that some languages have for the United Kingdom.
            and not (len(name) <= 3 and name.isascii() and name.isupper())
        }
    )


#: A name in any language, read only when a test asks for one.
NAMED = st.deferred(lambda: st.sampled_from(names()))


def codes_in(suggestions: list[str]) -> set[str]:
    return {text.rsplit("(", 1)[1].rstrip(")") for text in suggestions}


@pytest.mark.slow
def test_there_are_languages_and_names_to_test() -> None:
    assert len({language for language, _, _ in names()}) > 250
    assert len(names()) > 40_000


@pytest.mark.slow
def test_every_name_of_a_partner_is_that_partner_or_suggests_it_among_others() -> None:
    wrong, unsure = [], set()
    for language, territory, name in names():
        if territory not in ISO3 or (language, territory) in DECIDED:
            continue
        code = partners.resolve(name)
        if code is None and ISO3[territory] in codes_in(partners.suggest(name)):
            unsure.add(normalise(name))
        elif code != ISO3[territory]:
            wrong.append((language, territory, name, code))
    assert wrong == []
    pairs = {name: " ".join(sorted(codes_in(partners.suggest(name, limit=9)))) for name in unsure}
    namesakes = {"COD COG", "KOR PRK", "VGB VIR", "MAF SXM"}
    assert {name: pair for name, pair in pairs.items() if pair not in namesakes and "a group" not in pair} == {
        name: pair for name, pair in TWO_PARTNERS.items() if pair not in namesakes
    }
    assert len(unsure) < 60


@pytest.mark.slow
def test_no_name_of_a_region_is_a_partner() -> None:
    for language, territory, name in names():
        if (territory.isdigit() or territory in REGIONS) and (language, territory) not in DECIDED:
            assert partners.resolve(name) is None, (language, territory, name)


@pytest.mark.slow
def test_every_name_of_a_region_is_a_group_or_may_also_be_a_partner() -> None:
    partly = {name for _, territory, name in names() if territory.isdigit() and not partners.is_group(name)}
    for name in partly:
        assert "(a group)" in " ".join(partners.suggest(name)) or partners.resolve(name) in {"ZAF", "FSM", "AUS"}, name
    assert len(partly) < 40


@pytest.mark.slow
@pytest.mark.parametrize(
    ("territory", "kind"), [("001", "total"), ("EU", "group"), ("EZ", "group"), ("ZZ", "remainder")]
)
def test_the_world_and_the_unions_are_known_in_every_language(territory: str, kind: str) -> None:
    written = {name for _, known, name in names() if known == territory}
    assert len(written) > 100
    kinds = {name: partners.group_kind(name) for name in written}
    assert {name: found for name, found in kinds.items() if found != kind and name not in {"Món", "EZ"}} == {}


@pytest.mark.slow
@given(NAMED, st.sampled_from(["{}", " {}", "{}\xa0", "{} (1)", "{}*", "\u200f{}"]))
def test_what_stands_around_a_name_changes_no_meaning(named: tuple[str, str, str], around: str) -> None:
    name = named[2]
    assert partners.resolve(around.format(name)) == partners.resolve(name)
    assert partners.is_group(around.format(name)) == partners.is_group(name)


@pytest.mark.slow
@given(NAMED)
def test_capitals_mean_what_small_letters_do_or_nothing(named: tuple[str, str, str]) -> None:
    name = named[2]
    assert partners.resolve(name.upper()) in {partners.resolve(name), None} or len(name) <= 3


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Norwegen", "NOR"), ("Tschechien", "CZE"), ("Niederlande", "NLD"), ("Estados Unidos", "USA"), ("États-Unis", "USA"),
        ("中国", "CHN"), ("Германия", "DEU"), ("المكسيك", "MEX"), ("Áo", "AUT"), ("O\u02bbzbekiston", "UZB"),
        ("O'zbekiston", "UZB"), ("KIBRIS", "CYP"), ("Hongkong", "HKG"), ("香港", "HKG"), ("Tschechische Republik", "CZE"),
        ("Vereinigte Staaten von Amerika", "USA"), ("Großbritannien", "GBR"), ("GROSSBRITANNIEN", "GBR"), ("США", "USA"),
        ("대한민국", "KOR"), ("조선민주주의인민공화국", "PRK"), ("臺灣", "TWN"), ("Palästina", "PSE"), ("Fildişi Sahili", "CIV"),
        ("टोगो", "TGO"), ("टोंगा", "TON"), ("ガーナ", "GHA"), ("โตโก", "TGO"),
        # Countries whose name is part of another's, or differs from it by one letter.
        ("Georgia", "GEO"), ("Guinea", "GIN"), ("Guinée", "GIN"), ("Guinea Ecuatorial", "GNQ"), ("Niger", "NER"),
        ("Nigeria", "NGA"), ("Nijer", "NER"), ("Nijerya", "NGA"), ("Oman", "OMN"), ("India", "IND"), ("Indien", "IND"),
        ("Dominica", "DMA"), ("República Dominicana", "DOM"), ("Samoa", "WSM"), ("Sudan", "SDN"), ("Südsudan", "SSD"),
        ("Ireland", "IRL"), ("Irlanda", "IRL"), ("Island", "ISL"), ("Mali", "MLI"), ("Malta", "MLT"), ("Suecia", "SWE"),
        ("Suiza", "CHE"), ("Suazilandia", "SWZ"), ("Austria", "AUT"), ("Australia", "AUS"), ("Slowenien", "SVN"),
        ("Slowakei", "SVK"), ("République du Congo", "COG"), ("Republik Kongo", "COG"), ("Demokratische Republik Kongo", "COD"),
    ],
)  # fmt: skip
def test_names_in_the_news(written: str, code: str) -> None:
    assert partners.resolve(written) == code
