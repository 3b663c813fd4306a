"""Make the bundled tables of figures from the source tables.

Usage: python scripts/make_data.py SOURCE_DIR TABLES_DIR WORKBOOK

SOURCE_DIR holds the annual tables that were extracted from the publishers' files: two vintages of Census
trade by country, the WITS tables, what was computed from WIOD 2013, and the published estimates of US content,
whose keys to words are in content_estimates.py. TABLES_DIR holds two of WIOD's tables as R objects, wiot_1995.RData and
wiot_2011.RData, from which the content of manufactures is computed here. WORKBOOK is the Census Bureau's country.xlsx
of the vintage 2025-04, which has the months. The result is written to src/tradecontext/data and is the same for the
same input.
"""

from __future__ import annotations

import calendar
import sys
from pathlib import Path

import pandas as pd
import pycountry

import content_estimates
import tradecontext as tc

DATA = Path(__file__).parents[1] / "src/tradecontext/data"
VINTAGES = ("2025-04", "2025-10")
#: Years of the input-output tables from which the content of manufactures is computed.
TABLES = (1995, 2011)

#: Census numbers without ISO alpha-3 in the source tables. Former countries have ISO 3166-3's, Western Sahara its own
#: (ESH); the rest "US-" and the number: they have no ISO code, or only that of a successor with another territory.
CENSUS_WITHOUT_ISO = {
    "2771": "ANT", "4350": "CSK", "4610": "SUN", "4790": "YUG", "4799": "SCG", "5160": "NTZ", "7370": "ESH",
    "4802": "US-4802", "5080": "US-5080", "5082": "US-5082", "5083": "US-5083", "7320": "US-7320",
    "7740": "US-7740", "8220": "US-8220", "8500": "US-8500",
}  # fmt: skip
#: Aggregates that other publishers have too; the rest get the Census number.
CENSUS_AGGREGATES = {"-": "WLD", "0015": "WLD", "0003": "EUN"}

#: WITS codes that the source tables do not turn into ISO; "Fm Sudan" (SDN) is the undivided country.
WITS_PARTNERS = {"SDN": "US-7320", "SUD": "SDN", "MNT": "MNE", "TMP": "TLS"}
WITS_AGGREGATES = {
    "EAS": "East Asia and Pacific", "ECS": "Europe and Central Asia", "EUN": "European Union",
    "LCN": "Latin America and Caribbean", "MEA": "Middle East and North Africa", "NAC": "North America",
    "SAS": "South Asia", "SSF": "Sub-Saharan Africa", "Wld": "World",
}  # fmt: skip

#: The steps from gross to value added, by their names in the package.
BRIDGE = {
    "absorbed": "direct_absorbed", "returned": "roundtrip_home", "onward": "third",
    "double_counted": "domestic_doublecount", "foreign": "foreign_content", "indirect": "indirect_via_third",
}  # fmt: skip

#: UN Comtrade's numbers that are not ISO 3166's: customs territories larger than the country (the USA with
#: Puerto Rico), former countries, and numbers that are not of countries.
COMTRADE_CODES = {
    "0": "WLD", "97": "EUN", "58": "BLX", "200": "CSK", "251": "FRA", "381": "ITA", "490": "TWN", "530": "ANT",
    "579": "NOR", "699": "IND", "736": "US-7320", "757": "CHE", "810": "SUN", "842": "USA", "890": "YUG", "891": "SCG",
}  # fmt: skip


def read(path: Path) -> pd.DataFrame:
    """Read a source table as text, with only the empty cell missing: "NA" is Namibia."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def write(table: pd.DataFrame, name: str) -> None:
    """Write a bundled table with the same bytes on every system."""
    table.to_csv(DATA / name, index=False, lineterminator="\n")
    print(f"{name}: {len(table)} rows")


def partner_of(row: pd.Series) -> str:
    """Return the code a Census row has in the package."""
    code = row["census_code"]
    if row["row_type"] == "aggregate":
        return CENSUS_AGGREGATES.get(code, f"US-{code}")
    return row["iso3"] or CENSUS_WITHOUT_ISO[code]


def make_census(source: Path) -> None:
    """Make the two vintages of figures and the table of codes."""
    tables = {v: read(source / f"census_goods_trade_annual_all_partners_vintage{v}.csv") for v in VINTAGES}
    for vintage, table in tables.items():
        bundled = table[["census_code", "year"]].copy()
        for column in ("imports", "exports"):
            # Six decimals of a million are whole dollars. Balance and names are left out, since they can be computed.
            values = table[f"us_goods_{column}_musd"].astype(float)
            bundled[f"{column}_musd"] = [f"{v:.6f}".rstrip("0").rstrip(".") for v in values]
        bundled = bundled.sort_values(["census_code", "year"], kind="stable")
        write(bundled, f"us_goods_trade_{vintage}.csv")
    workbook, api = (tables[v].drop_duplicates("census_code").set_index("census_code") for v in VINTAGES)
    both = pd.concat([workbook, api]).reset_index().drop_duplicates("census_code")
    both["partner"] = both.apply(partner_of, axis=1)
    both["name"] = both["census_code"].map(workbook["country"]).fillna("World, Not Seasonally Adjusted")
    both["api_name"] = both["census_code"].map(api["country"]).fillna("")
    columns = ["census_code", "partner", "row_type", "name", "api_name"]
    write(both.sort_values("census_code")[columns], "census_partners.csv")


def make_months(workbook: Path) -> None:
    """Make the monthly figures: a row per code and year, twelve columns per flow; a month not published is blank."""
    table = pd.read_excel(workbook, dtype=str, keep_default_na=False, engine="calamine")
    last = int(table["year"].max())
    columns = {}
    for letter, flow in (("I", "imports"), ("E", "exports")):
        for number, month in enumerate(calendar.month_abbr[1:], 1):
            values = table[f"{letter}{month.upper()}"].astype(float)
            # In the year that runs, a month in which no country has a figure is not published.
            unpublished = (table["year"] == str(last)) & (values[table["year"] == str(last)] == 0).all()
            texts = [f"{value:.6f}".rstrip("0").rstrip(".") for value in values]
            columns[f"{flow}_{number:02d}_musd"] = pd.Series(texts).mask(unpublished, "")
    bundled = pd.DataFrame({"census_code": table["CTY_CODE"], "year": table["year"], **columns})
    write(bundled.sort_values(["census_code", "year"], kind="stable"), "us_goods_trade_months_2025-04.csv")


def make_wits(source: Path) -> None:
    """Make the US share of imports, with a blank where two downloads conflict, and the table of codes."""
    share = read(source / "wits_us_share_of_total_goods_imports_1988_2021.csv")
    value = share["us_share_of_total_goods_imports_pct"].mask(share["agreement"] == "CONFLICT", "")
    bundled = share[["wits_code", "year"]].assign(us_share_pct=value)
    write(bundled.sort_values(["wits_code", "year"], kind="stable"), "us_share_of_imports.csv")
    stages = read(source / "wits_trade_by_stage_of_processing_1988_2021.csv")
    names = pd.concat([stages, share])[["wits_code", "iso3", "country"]].drop_duplicates("wits_code")
    names["partner"] = names["wits_code"].map(WITS_PARTNERS).fillna(names["iso3"])
    names["row_type"] = ["aggregate" if code in WITS_AGGREGATES else "country" for code in names["wits_code"]]
    names["name"] = names["wits_code"].map(WITS_AGGREGATES).fillna(names["country"])
    write(names.sort_values("wits_code")[["wits_code", "partner", "row_type", "name"]], "wits_partners.csv")


def make_stages(source: Path) -> None:
    """Make trade in intermediate goods, with what the four stages of processing add up to."""
    stages = read(source / "wits_trade_by_stage_of_processing_1988_2021.csv")
    key = ["wits_code", "year"]
    bundled = stages[stages["stage_code"] == "SoP2"].set_index(key).sort_index(kind="stable")
    columns = {}
    for flow, way in (("imports", "from"), ("exports", "to")):
        share = f"{flow[:-1]}_share_of_total_pct"
        columns[f"{flow}_musd"] = bundled[f"{flow}_{way}_world_musd"]
        columns[f"{flow}_pct"] = bundled[share]
        # If one of the four stages has no figure, the coverage is not known.
        printed = pd.to_numeric(stages[share]).groupby([stages[name] for name in key])
        sums = printed.sum(min_count=4).where(printed.count() == 4).reindex(bundled.index)
        columns[f"{flow}_stages_pct"] = ["" if pd.isna(value) else f"{value:.2f}" for value in sums]
    write(pd.DataFrame(columns, index=bundled.index).reset_index(), "intermediate_goods.csv")


def make_reliance(source: Path) -> None:
    """Make the US shares of inputs, computed from WIOD 2013."""
    table = read(source / "wiod2013_input_reliance.csv")
    names = {
        "importer": "partner",
        "year": "year",
        "scope": "scope",
        "imported_intermediates_musd": "imported_musd",
        "us_share_of_imported": "us_share_of_imported",
        "us_share_of_all_inputs_incl_domestic": "us_share_of_all",
        "us_va_share_of_foreign_va_in_imported_inputs": "us_look_through",
    }
    bundled = table[list(names)].rename(columns=names)
    bundled["imported_musd"] = bundled["imported_musd"].str.removesuffix(".0")
    write(bundled.sort_values(["scope", "partner", "year"], kind="stable"), "us_share_of_inputs.csv")


def content_of_manufactures(folder: Path) -> pd.DataFrame:
    """Return US trade in manufactures by partner, and its US and partner content, in million dollars as text."""
    rows = []
    for year in TABLES:
        table = tc.readers.read_icio(folder / f"wiot_{year}.RData")
        for partner in table.economies:
            if partner == "USA":
                continue
            row: dict[str, object] = {"partner": partner, "year": str(year)}
            for flow, pair in (("exports", ("USA", partner)), ("imports", (partner, "USA"))):
                split = table.content_split(*pair, scope="manufactures")
                amounts = {"": split.sum(), "_us": split["USA"], "_partner": split[partner]}
                for name, amount in amounts.items():
                    row[f"{flow}_manufactures{name}"] = f"{amount:.2f}".rstrip("0").rstrip(".")
            rows.append(row)
    return pd.DataFrame(rows).set_index(["partner", "year"])


def make_value_added(source: Path, tables: Path) -> None:
    """Make US balances gross and in value added, with the content of both flows and the steps between."""
    key = ["partner", "year"]
    manufactures = content_of_manufactures(tables)
    balances = read(source / "wiod2013_us_bilateral_balances.csv").set_index(key)
    bridge = read(source / "wiod2013_gross_to_va_bridge.csv").set_index(key)
    columns = {}
    for flow, letter, value in (("exports", "X", "vax_us_to_p"), ("imports", "M", "vax_p_to_us")):
        columns[flow] = balances[f"{letter}_gross"].str.removesuffix(".0")
        columns[f"{flow}_value_added"] = balances[value]
        for origin in ("us", "partner", "third"):
            columns[f"{flow}_{origin}"] = balances[f"{origin}_content_in_{letter}"]
        columns[f"{flow}_goods"] = balances[f"{letter}_goods"].str.removesuffix(".0")
        for origin in ("us", "partner"):
            columns[f"{flow}_goods_{origin}"] = balances[f"{origin}_content_in_{letter}_goods"]
        for name, step in BRIDGE.items():
            # Computed for some partners only: the others have a blank.
            columns[f"{flow}_{name}"] = bridge[f"{letter.lower()}_{step}"].reindex(balances.index, fill_value="")
    columns["balance_value_added"] = balances["bal_va"]
    # Two years only: the others have a blank.
    columns |= {name: values.reindex(balances.index, fill_value="") for name, values in manufactures.items()}
    write(pd.DataFrame(columns).sort_index(kind="stable").reset_index(), "us_value_added.csv")


def make_estimates(source: Path) -> None:
    """Make the published estimates of US content: figures, years and citations of the tables, scopes of our own."""
    table = read(source / "us_content_estimates_published.csv")
    more = read(source / "published_vs_computed.csv").set_index("quantity")["published_value"]
    write(content_estimates.bundled(table, more), "us_content_estimates.csv")


def make_numbers() -> None:
    """Make UN Comtrade's numbers of countries: those of ISO 3166, except where Comtrade has its own."""
    iso = {str(int(country.numeric)): country.alpha_3 for country in pycountry.countries}
    rows = sorted((iso | COMTRADE_CODES).items(), key=lambda row: int(row[0]))
    write(pd.DataFrame(rows, columns=["comtrade_code", "partner"]), "comtrade_partners.csv")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    for make in (make_census, make_wits, make_stages, make_reliance, make_estimates):
        make(Path(sys.argv[1]))
    make_value_added(Path(sys.argv[1]), Path(sys.argv[2]))
    make_months(Path(sys.argv[3]))
    make_numbers()
