"""The bundled figures: what they say, what they leave out, and that they match their sources."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pandas as pd
import pytest

from tradecontext import data
from tradecontext.errors import DataError
from tradecontext.intake import one_source, provenance
from tradecontext.text import word_files

ROOT = Path(__file__).parents[2]
CENSUS = Path(__file__).parents[1] / "fixtures/census"
SOURCE = ROOT.parent / "shared/data"
WORKBOOK = ROOT.parent / "shared/raw/ab604_charts-2025/country.xlsx"
COLUMNS = ["partner", "partner_name", "year", "period", "exports", "imports", "balance", "vintage", "definition"]


def value(frame: pd.DataFrame, partner: str, year: int, column: str) -> float:
    rows = frame[(frame["partner"] == partner) & (frame["year"] == year)]
    assert len(rows) == 1
    return float(rows[column].iloc[0])


@pytest.mark.parametrize(("vintage", "deficit"), [("2025-04", 171.809), ("2025-10", 171.491)])
def test_the_deficit_with_mexico_in_2024_by_vintage(vintage: str, deficit: float) -> None:
    frame = data.us_goods_trade(vintage)
    assert value(frame, "MEX", 2024, "balance") / -1e9 == pytest.approx(deficit, abs=0.0005)


@pytest.mark.parametrize(("vintage", "which"), [("2025-04", "original"), ("2025-10", "revised")])
def test_the_twenty_largest_deficits_of_2024(vintage: str, which: str) -> None:
    expected = pd.read_csv(CENSUS / "top20_2024.csv").sort_values(f"rank_{which}")
    frame = data.us_goods_trade(vintage)
    top = frame[frame["year"] == 2024].nsmallest(20, "balance")
    assert top["partner"].tolist() == expected["iso3"].tolist()
    for flow in ("exports", "imports", "balance"):
        # The fixture has thousand dollars, so a balance of two rounded figures may be off by one thousand.
        pd.testing.assert_series_equal(
            top[flow] / 1e6,
            expected[f"{flow}_{which}_musd"],
            check_names=False,
            check_index=False,
            atol=0.0011,
            rtol=0,
        )


def test_the_default_is_the_revised_vintage() -> None:
    assert set(data.us_goods_trade()["vintage"]) == {"2025-10"}


@pytest.mark.slow
@pytest.mark.parametrize(("vintage", "first"), [("2025-04", 1985), ("2025-10", 2013)])
@pytest.mark.parametrize("aggregates", [False, True])
def test_the_shape_of_the_trade_frame(vintage: str, first: int, *, aggregates: bool) -> None:
    frame = data.us_goods_trade(vintage, aggregates=aggregates)
    assert frame.columns.tolist() == COLUMNS
    assert (frame["year"].min(), frame["year"].max()) == (first, 2024)
    assert frame["year"].dtype == "int64"
    assert frame["period"].astype(str).tolist() == frame["year"].astype(str).tolist()
    assert isinstance(frame["vintage"].dtype, pd.CategoricalDtype)
    assert isinstance(frame["definition"].dtype, pd.CategoricalDtype)
    assert not frame.duplicated(["partner", "year"]).any()
    assert frame["partner"].notna().all()
    assert frame["partner_name"].ne("").all()
    money = frame[["exports", "imports", "balance"]]
    assert (money.dropna() % 1 == 0).all().all(), "whole dollars"
    pd.testing.assert_series_equal(frame["balance"], frame["exports"] - frame["imports"], check_names=False)


@pytest.mark.slow
def test_the_months_add_up_to_the_years() -> None:
    months = data.us_goods_trade(by="month")
    assert months.columns.tolist() == COLUMNS
    assert set(months["vintage"]) == {"2025-04"}
    assert not months.duplicated(["partner", "period"]).any()
    assert (months["period"].dt.year == months["year"]).all()
    sums = months.groupby(["partner", "year"])[["exports", "imports"]].agg(lambda part: part.sum(min_count=12))
    years = data.us_goods_trade("2025-04").set_index(["partner", "year"])[["exports", "imports"]]
    # Up to 2002 each month has one decimal of a million, so that twelve may be off by half a million and more.
    gap = (years - sums.reindex(years.index)).abs().max(axis=1)
    assert gap[gap.index.get_level_values("year") >= 2003].max() <= 1000
    assert gap.max() <= 1_000_000


def test_a_month_that_is_not_published_is_missing_and_not_zero() -> None:
    for aggregates in (False, True):
        months = data.us_goods_trade(by="month", aggregates=aggregates)
        assert str(months["period"].max()) == "2025-02"
        assert str(months["period"].min()) == "1985-01"


def test_a_year_to_date_has_the_same_months_of_every_year() -> None:
    months, to_date = data.us_goods_trade(by="month"), data.us_goods_trade(by="year_to_date")
    assert to_date["period"].str.fullmatch(r"(\d{4})-01/\1-02").all()
    for year in (2024, 2025):
        (row,) = to_date[(to_date["partner"] == "MEX") & (to_date["year"] == year)].to_dict("records")
        two = months[(months["partner"] == "MEX") & (months["year"] == year) & (months["period"].dt.month <= 2)]
        assert row["imports"] == two["imports"].sum()
        assert row["balance"] == two["balance"].sum()


def test_months_that_the_package_does_not_have_are_refused() -> None:
    with pytest.raises(DataError, match=r"no months of vintage '2025-10', only of '2025-04'"):
        data.us_goods_trade("2025-10", by="month")
    with pytest.raises(DataError, match=r"by='quarter' has to be one of 'year', 'month', 'year_to_date'"):
        data.us_goods_trade(by="quarter")  # type: ignore[arg-type]


def test_countries_and_aggregates_are_kept_apart() -> None:
    countries = set(data.us_goods_trade("2025-04")["partner"])
    aggregates = set(data.us_goods_trade("2025-04", aggregates=True)["partner"])
    assert not countries & aggregates
    assert {"WLD", "EUN", "US-0021"} <= aggregates
    assert set(data.us_goods_trade("2025-10", aggregates=True)["partner"]) == {"WLD"}


def test_mexico_is_not_the_consumption_row_beside_it() -> None:
    aggregates = data.us_goods_trade("2025-04", aggregates=True)
    consumption = aggregates[aggregates["partner"] == "US-0021"]
    assert value(aggregates, "US-0021", 2024, "imports") == 249_731_798_000
    assert value(data.us_goods_trade("2025-04"), "MEX", 2024, "imports") == 505_850_599_000
    assert consumption["exports"].isna().all(), "a concept without exports has none, not 0"
    assert set(consumption["definition"]) == {"census_goods_nafta_usmca"}
    assert 2020 not in set(consumption["year"]), "half a year"


def test_aggregates_of_several_definitions_cannot_pass_as_one() -> None:
    with pytest.raises(DataError, match="definitions"):
        one_source.one_of(data.us_goods_trade("2025-04", aggregates=True), "measure")


def test_territories_that_changed_have_rows_of_their_own() -> None:
    frame = data.us_goods_trade("2025-04")
    assert value(frame, "US-7320", 2011, "exports") == 14_762_000
    assert value(frame, "SDN", 2011, "exports") == 59_932_000
    assert frame.loc[frame["partner"] == "SUN", "year"].max() == 1992, "no rows of zeros after the end"
    assert "US-5080" not in set(frame["partner"])
    assert frame.loc[frame["partner"] == "ESH", "partner_name"].iloc[0] == "Western Sahara"


def test_a_frame_is_the_callers_own() -> None:
    first = data.us_goods_trade()
    first.loc[:, "exports"] = 0.0
    first.attrs["source"].clear()
    assert data.us_goods_trade()["exports"].sum() > 0
    assert data.us_goods_trade().attrs["source"]["publisher"] == "US Census Bureau"
    names = data.partners()
    names["name_en"] = ""
    assert data.partners()["name_en"].ne("").all()


def test_an_unknown_vintage_names_those_there_are() -> None:
    with pytest.raises(DataError, match=r"'2024-01'.*'2025-04' and '2025-10'"):
        data.us_goods_trade("2024-01")


def test_us_share_of_imports() -> None:
    frame = data.us_share_of_imports()
    assert frame.columns.tolist() == ["partner", "partner_name", "year", "share", "vintage", "definition"]
    assert frame["share"].between(0, 1).all()
    assert not frame.duplicated(["partner", "year"]).any()
    assert value(frame, "MEX", 2021, "share") == pytest.approx(0.4369, abs=1e-9)
    assert value(frame, "CAN", 2021, "share") > value(frame, "MEX", 2021, "share")
    assert frame.loc[frame["partner"] == "TWN", "year"].max() == 2021
    assert not set(frame["partner"]) & {"WLD", "EUN", "EAS"}
    assert value(data.us_share_of_imports(aggregates=True), "WLD", 2021, "share") < 0.1


def test_conflicting_shares_are_left_out_and_said_so() -> None:
    frame = data.us_share_of_imports()
    switzerland = set(frame.loc[frame["partner"] == "CHE", "year"])
    assert not switzerland & set(range(2000, 2010))
    assert 1999 in switzerland
    left_out = frame.attrs["left_out"]
    assert any(line.startswith("CHE 2000, 2001") for line in left_out)
    assert sum(line.split(":")[0].count("20") + line.split(":")[0].count("19") for line in left_out) == 50


def test_partners_cover_every_partner_with_figures() -> None:
    table = data.partners().set_index("partner")
    frames = [data.us_goods_trade(v) for v in ("2025-04", "2025-10")] + [data.us_share_of_imports()]
    for frame in frames:
        assert set(frame["partner"]) <= set(table.index)
    assert table.loc["NAM", "iso2"] == "NA"
    assert table.loc["XKX", "iso2"] == "XK"
    assert table.loc["KOR", ["name_en", "name_es"]].tolist() == ["South Korea", "Corea del Sur"]
    assert table.loc["TUR", "name_en"] == "Türkiye"
    assert table.loc["HKG", "name_en"] == "Hong Kong"
    assert pd.isna(table.loc["SUN", "name_es"])
    assert set(table.index[table["usmca"]]) == {"USA", "MEX", "CAN"}
    assert table.loc["KOR", "us_fta"] == "KORUS"
    assert not table.loc["CHN", "us_fta_partner_2024"]
    assert pd.isna(table.loc["POL", "eu_member_2024"]), "not checked is missing, not False"
    assert table.loc["DEU", "eu_member_2024"]


def test_sources_has_every_table_and_its_licence_status() -> None:
    table = data.sources()
    assert not table.duplicated(["definition", "vintage"]).any()
    assert (table.drop(columns="vintage") != "").all().all()
    for frame in (
        data.us_goods_trade("2025-04", aggregates=True),
        data.us_goods_trade(),
        data.us_share_of_imports(),
    ):
        for pair in frame[["definition", "vintage"]].drop_duplicates().itertuples(index=False):
            assert provenance.find(*pair) is not None
            assert ((table["definition"] == pair[0]) & (table["vintage"] == pair[1])).any()


def test_the_licence_file_keeps_step_with_the_registry() -> None:
    folder = resources.files("tradecontext.data")
    text = " ".join(folder.joinpath("LICENCES.md").read_text("utf-8").split())
    registry = json.loads(folder.joinpath("sources.json").read_text("utf-8"))
    for definition, entry in registry.items():
        assert f"`{definition}`" in text, definition
        assert entry["licence"].split(";")[0] in text, definition
        assert entry["url"] in text or entry["licence"] == "facts", definition
        for vintage in entry["vintages"]:
            assert vintage in text, (definition, vintage)
        for language in ("en", "es"):
            words = word_files.words("data", language)["sources"][definition]
            assert all(words[key] for key in ("publisher", "title", "basis", "definition"))
    unconfirmed = [name for name, entry in registry.items() if entry["licence_status"].startswith("Not confirmed")]
    assert len(unconfirmed) == 42
    assert text.count("Licence status: Not confirmed.") == 7
    for file in folder.iterdir():
        if file.name.endswith(".csv"):
            assert f"`{file.name}`" in text, file.name


@pytest.mark.slow
def test_importing_reads_nothing() -> None:
    code = (
        "import sys; import tradecontext.data, tradecontext.intake.provenance, tradecontext.partners\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))\n"
        "import importlib; importlib.reload(tradecontext.data)\n"
        "assert not [name for name in opened if name.endswith(('.csv', '.json'))], opened"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.slow
@pytest.mark.skipif(not SOURCE.is_dir(), reason="the source tables are not beside the repository")
def test_the_bundled_tables_are_what_the_script_makes(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import make_data
    finally:
        sys.path.pop(0)
    bundled, make_data.DATA = make_data.DATA, tmp_path
    make_data.make_census(SOURCE)
    make_data.make_wits(SOURCE)
    make_data.make_stages(SOURCE)
    make_data.make_reliance(SOURCE)
    make_data.make_months(WORKBOOK)
    made = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()}
    assert len(made) == 8
    assert made == {name: hashlib.sha256((bundled / name).read_bytes()).hexdigest() for name in made}
