"""How publishers write partners and groups: the lists of Eurostat, the IMF, the World Bank, the UN and the Census."""

from __future__ import annotations

import csv
from importlib import resources

import pycountry
import pytest

from tradecontext import partners

TABLES = resources.files("tradecontext.data")

#: Names of the IMF's Direction of Trade Statistics that are not plain English names.
IMF = {
    "AFG": "Afghanistan, Islamic Rep. of", "AND": "Andorra, Principality of", "ARM": "Armenia, Rep. of",
    "ABW": "Aruba, Kingdom of the Netherlands", "AZE": "Azerbaijan, Rep. of", "BHS": "Bahamas, The",
    "BHR": "Bahrain, Kingdom of", "BLR": "Belarus, Rep. of", "CAF": "Central African Rep.", "HKG": "China, P.R.: Hong Kong",
    "MAC": "China, P.R.: Macao", "CHN": "China, P.R.: Mainland", "COM": "Comoros, Union of the",
    "COD": "Congo, Dem. Rep. of the", "COG": "Congo, Rep. of", "HRV": "Croatia, Rep. of",
    "CUW": "Curaçao, Kingdom of the Netherlands", "CZE": "Czech Rep.", "DOM": "Dominican Rep.", "EGY": "Egypt, Arab Rep. of",
    "GNQ": "Equatorial Guinea, Rep. of", "ERI": "Eritrea, The State of", "EST": "Estonia, Rep. of",
    "SWZ": "Eswatini, Kingdom of", "ETH": "Ethiopia, The Federal Dem. Rep. of", "FJI": "Fiji, Rep. of", "GMB": "Gambia, The",
    "IRN": "Iran, Islamic Rep. of", "KAZ": "Kazakhstan, Rep. of", "PRK": "Korea, Dem. People's Rep. of",
    "KOR": "Korea, Rep. of", "XKX": "Kosovo, Rep. of", "KGZ": "Kyrgyz Rep.", "LAO": "Lao People's Dem. Rep.",
    "LSO": "Lesotho, Kingdom of", "MDG": "Madagascar, Rep. of", "MHL": "Marshall Islands, Rep. of the",
    "MRT": "Mauritania, Islamic Rep. of", "FSM": "Micronesia, Federated States of", "MDA": "Moldova, Rep. of",
    "MOZ": "Mozambique, Rep. of", "NRU": "Nauru, Rep. of", "NLD": "Netherlands, The", "MKD": "North Macedonia, Republic of ",
    "PLW": "Palau, Rep. of", "POL": "Poland, Rep. of", "SMR": "San Marino, Rep. of",
    "STP": "São Tomé and Príncipe, Dem. Rep. of", "SRB": "Serbia, Rep. of", "SXM": "Sint Maarten, Kingdom of the Netherlands",
    "SVK": "Slovak Rep.", "SVN": "Slovenia, Rep. of", "SSD": "South Sudan, Rep. of", "SYR": "Syrian Arab Rep.",
    "TWN": "Taiwan Province of China", "TJK": "Tajikistan, Rep. of", "TZA": "Tanzania, United Rep. of",
    "TLS": "Timor-Leste, Dem. Rep. of", "TUR": "Türkiye, Rep. of", "UZB": "Uzbekistan, Rep. of",
    "VEN": "Venezuela, Rep. Bolivariana de", "PSE": "West Bank and Gaza", "YEM": "Yemen, Rep. of", "GUF": "Guiana, French",
    "YUG": "Yugoslavia, Socialist Federal Republic of", "VIR": "United States Virgin Islands",
}  # fmt: skip
WORLD_BANK = {
    "CIV": "Cote d'Ivoire", "COD": "Congo, Dem. Rep.", "COG": "Congo, Rep.", "CUW": "Curacao", "EGY": "Egypt, Arab Rep.",
    "HKG": "Hong Kong SAR, China", "MAC": "Macao SAR, China", "PRK": "Korea, Dem. People's Rep.", "KOR": "Korea, Rep.",
    "FSM": "Micronesia, Fed. Sts.", "PRI": "Puerto Rico (US)", "SXM": "Sint Maarten (Dutch part)", "LAO": "Lao PDR",
    "SOM": "Somalia, Fed. Rep.", "MAF": "St. Martin (French part)", "LCA": "St. Lucia", "TUR": "Turkiye",
    "VEN": "Venezuela, RB", "VIR": "Virgin Islands (U.S.)", "YEM": "Yemen, Rep.", "IRN": "Iran, Islamic Rep.",
}  # fmt: skip
#: UN M49 and ISO 3166, as their own pages write them.
UNITED_NATIONS = {
    "BOL": "Bolivia (Plurinational State of)", "BES": "Bonaire, Sint Eustatius and Saba", "MDA": "Moldova (the Republic of)",
    "HKG": "China, Hong Kong Special Administrative Region", "MAC": "China, Macao Special Administrative Region",
    "COD": "Congo (the Democratic Republic of the)", "FLK": "Falkland Islands (the) [Malvinas]", "KOR": "Korea (the Republic of)",
    "IRN": "Iran (Islamic Republic of)", "PRK": "Korea (the Democratic People's Republic of)", "PHL": "Philippines (the)",
    "NLD": "Netherlands (Kingdom of the)", "MAF": "Saint Martin (French Part)", "NER": "Niger (the)", "SDN": "Sudan (the)",
    "SGS": "South Georgia and the South Sandwich Islands", "SJM": "Svalbard and Jan Mayen Islands",
    "GBR": "United Kingdom of Great Britain and Northern Ireland (the)", "USA": "United States of America (the)",
    "UMI": "United States Minor Outlying Islands (the)", "TZA": "Tanzania, the United Republic of", "TWN": "Taiwan (Province of China)",
    "SHN": "Saint Helena, Ascension and Tristan da Cunha", "PSE": "Palestine, State of", "VGB": "Virgin Islands (British)",
}  # fmt: skip
EUROSTAT = {
    "DEU": "Germany (until 1990 former territory of the FRG)", "CHN": "China except Hong Kong", "MMR": "Myanmar/Burma",
    "XKX": "Kosovo (under United Nations Security Council Resolution 1244/99)", "VAT": "Holy See (Vatican City State)",
}  # fmt: skip


@pytest.mark.parametrize("names", [IMF, WORLD_BANK, UNITED_NATIONS, EUROSTAT])
def test_names_of_publishers(names: dict[str, str]) -> None:
    assert {code: partners.resolve(name) for code, name in names.items()} == {code: code for code in names}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("EL", "GRC"), ("GR", "GRC"), ("UK", "GBR"), ("GB", "GBR"), ("XK", "XKX"), ("XS", "SRB"), ("CN_X_HK", "CHN"),
        ("KOS", "XKX"), ("WBG", "PSE"), ("ROM", "ROU"), ("ZAR", "COD"), ("TMP", "TLS"), ("OAS", "TWN"), ("S19", "TWN"),
    ],
)  # fmt: skip
def test_codes_of_publishers(written: str, code: str) -> None:
    assert partners.resolve(written) == code
    assert partners.resolve(written.lower()) in {code, None}


def test_numbers_of_the_united_nations_are_codes_as_text_of_three_digits() -> None:
    numbers = {country.numeric: country.alpha_3 for country in pycountry.countries}
    assert {number: partners.resolve(number) for number in numbers} == numbers
    assert partners.resolve("842") == "USA", "UN Comtrade's own"
    assert partners.resolve("490") == "TWN"
    # A number without three digits may be a rank, a row or a code of Schedule C; one that is not text may be a figure.
    assert [partners.resolve(value) for value in ("4", "36", "2010", "0484", "484.0", 484, 484.0, "4 84")] == [None] * 8


def test_a_number_of_a_region_is_a_group() -> None:
    assert [partners.group_kind(text) for text in ("001", "000", "0", "150", "419", "899")] == [
        "total", "total", "total", "group", "group", "remainder",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        "World", "world", "Total", "TOTAL FOR ALL COUNTRIES", "Total all countries", "Grand total", "All partners",
        "All countries of the world", "WLD", "W00", "W", "1W", "0", "001", "WORLD", "TOTAL", "_T", "World*", "the World",
        "Mundo", "Monde", "Welt", "Insgesamt", "世界", "Мир", "العالم", "합계", "Ogółem",
    ],
)  # fmt: skip
def test_totals(written: str) -> None:
    assert partners.group_kind(written) == "total"
    assert partners.group_members(written) == frozenset(row["partner"] for row in _rows("partners.csv"))


@pytest.mark.parametrize(
    "written",
    [
        "EU", "EU27", "EU-27", "EU27_2020", "EXT_EU27_2020", "EU28", "EA", "EA20", "EUU", "EUN", "Extra-EU", "Intra-EU",
        "European Union - 27 countries (from 2020)", "Extra-EU27 (from 2020)", "Euro area - 20 countries (from 2023)",
        "Advanced Economies", "Emerging and Developing Asia", "Middle East, North Africa, Afghanistan, and Pakistan",
        "East Asia & Pacific", "EAS", "Latin America & Caribbean", "LCN", "High income", "Sub-Saharan Africa", "SSF",
        "Middle East & North Africa (excluding high income)", "OECD members", "OECD - Total", "Pacific Rim", "OPEC",
        "Advanced Technology Products", "USMCA with Mexico (Consump)", "North America", "ASEAN", "NAFTA", "G7", "USMCA (1)",
        "South-eastern Asia", "Northern America", "the European Union", "Europäische Union", "欧盟", "Ostasien", "Channel Islands",
    ],
)  # fmt: skip
def test_groups(written: str) -> None:
    assert partners.group_kind(written) == "group"
    assert partners.is_group(written)
    assert partners.resolve(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "Rest of the world", "ROW", "Other", "Others", "Other countries", "Unspecified", "Areas, nes", "Not specified",
        "Confidential", "Countries & Areas not specified", "UNS", "QU", "Resto del mundo", "Sonstige", "Autres pays", "其他",
        "Other Countries not included elsewhere", "Nicht ermittelte Länder", "Rest of Europe",
    ],
)  # fmt: skip
def test_remainders(written: str) -> None:
    assert partners.group_kind(written) == "remainder"
    assert partners.resolve(written) is None
    assert partners.group_members(written) is None


@pytest.mark.parametrize(
    "written", ["Mexico", "MEX", "484", "Congo", "Amerika", "Other Asia, nes", "Micronesia", "", "x", None, 0]
)
def test_what_is_or_may_be_a_partner_is_no_group(written: object) -> None:
    assert partners.group_kind(written) is None
    assert not partners.is_group(written)
    assert partners.group_members(written) is None


def test_every_name_and_code_of_a_group_is_one() -> None:
    for row in _rows("partner_groups.csv"):
        for written in [*row["names"].split("; "), *row["codes"].split()]:
            assert partners.group_kind(written) == row["kind"], (row["group"], written)
            assert partners.resolve(written) is None, (row["group"], written)


@pytest.mark.parametrize("table", ["census_partners.csv", "wits_partners.csv"])
def test_every_group_of_the_bundled_tables_is_known(table: str) -> None:
    groups = [row["name"] for row in _rows(table) if row["row_type"] == "aggregate"]
    assert groups
    assert [name for name in groups if not partners.is_group(name)] == []


def test_members_of_the_european_union_are_those_of_the_table() -> None:
    members = frozenset(row["partner"] for row in _rows("partners.csv") if row["eu_member_2024"] == "True")
    checked = frozenset(row["partner"] for row in _rows("partners.csv") if row["eu_member_2024"])
    union = partners.group_members("EU27_2020")
    assert union is not None
    assert len(union) == 27
    assert union & checked == members
    assert partners.group_members("European Union") == partners.group_members("Intra-EU") == union
    assert partners.group_members("EU28") == union | {"GBR"}
    assert partners.group_members("EU27_2007") == (union | {"GBR"}) - {"HRV"}


def test_members_of_other_groups() -> None:
    sizes = {"EA19": 19, "EA20": 20, "EA21": 21, "Euro area": 21, "ASEAN": 11, "G7": 7, "Mercosur": 5, "EU15": 15}
    assert {name: len(partners.group_members(name) or ()) for name in sizes} == sizes
    assert partners.group_members("USMCA") == partners.group_members("NAFTA") == {"USA", "MEX", "CAN"}
    assert partners.group_members("USMCA with Mexico (Consump)") == {"MEX", "CAN"}
    assert partners.group_members("EA20") < partners.group_members("EU27_2020")  # type: ignore[operator]
    outside = partners.group_members("EXT_EU27_2020")
    assert outside is not None
    assert {"CHN", "USA", "GBR"} < outside
    assert not outside & (partners.group_members("EU") or frozenset())
    assert partners.group_members("Africa") is None
    for row in _rows("partner_groups.csv"):
        assert all(partners.name(code) for code in row["members"].split())


def _rows(table: str) -> list[dict[str, str]]:
    with TABLES.joinpath(table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
