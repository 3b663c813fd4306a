"""The bundled WITS figures: the US share of imports, trade in intermediate goods, and advantage in it."""

from __future__ import annotations

import pandas as pd

from tradecontext import partners
from tradecontext.data import _tables as tables
from tradecontext.data._breaks import breaks
from tradecontext.intake import provenance
from tradecontext.measures.advantage import balassa

SHARE_DEFINITION = "wits_us_share_of_goods_imports"
DEFINITION = "wits_intermediate_goods"
RCA_DEFINITION = "wits_rca_intermediate_goods"
VINTAGE = "2025-08"
_WORLD = "Wld"


def _named(file_name: str) -> pd.DataFrame:
    return tables.table(file_name).merge(tables.table("wits_partners.csv"), on="wits_code", how="left")


def _stages() -> pd.DataFrame:
    """Return trade in intermediate goods in fractions and dollars."""
    table = _named("intermediate_goods.csv")
    for flow in ("import", "export"):
        # The file has percent with two decimals, so digits beyond four decimals of a fraction are floating-point noise.
        table[f"{flow}s"] = (table[f"{flow}s_musd"] * 1e6).round()
        table[f"{flow}_share"] = (table[f"{flow}s_pct"] / 100).round(4)
        table[f"{flow}_coverage"] = (table[f"{flow}s_stages_pct"] / 100).round(4)
    return table


def _finished(kept: pd.DataFrame, columns: list[str], definition: str) -> pd.DataFrame:
    kept = kept.sort_values(["partner", "year"], ignore_index=True)
    named = [partners.name(code) or name for code, name in zip(kept["partner"], kept["name"], strict=True)]
    frame = pd.DataFrame(
        {
            "partner": kept["partner"],
            "partner_name": named,
            "year": kept["year"].astype("int64"),
            **{column: kept[column] for column in columns},
            "vintage": pd.Categorical([VINTAGE] * len(kept)),
            "definition": pd.Categorical([definition] * len(kept)),
        }
    )
    source = provenance.find(definition, VINTAGE)
    frame.attrs["source"] = source.as_dict() if source else {}
    frame.attrs["left_out"] = []
    return frame


def _broken(kept: pd.DataFrame, definition: str) -> pd.DataFrame:
    """Mark the years that do not compare with the years before."""
    known = breaks(definition)
    pairs = set(zip(known["partner"], known["year"], strict=True))
    return kept.assign(break_before=[pair in pairs for pair in zip(kept["partner"], kept["year"], strict=True)])


def us_share_of_imports(*, aggregates: bool) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.data.us_share_of_imports`."""
    table = _named("us_share_of_imports.csv")
    table = table[(table["row_type"] == "aggregate") == aggregates]
    conflict = table["us_share_pct"].isna()
    frame = _finished(
        table[~conflict].assign(share=(table["us_share_pct"] / 100).round(4)), ["share"], SHARE_DEFINITION
    )
    frame.attrs["left_out"] = [
        f"{partner} {', '.join(str(year) for year in rows['year'])}: two WITS downloads disagree"
        for partner, rows in table[conflict].groupby("partner")
    ]
    return frame


def intermediate_goods(*, aggregates: bool) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.data.intermediate_goods`."""
    rows = _stages()
    kept = _broken(rows[(rows["row_type"] == "aggregate") == aggregates], DEFINITION)
    columns = ["exports", "imports", "export_share", "import_share", "export_coverage", "import_coverage"]
    return _finished(kept, [*columns, "break_before"], DEFINITION)


def rca(*, aggregates: bool) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.data.rca_intermediate_goods`."""
    rows = _stages()
    world = rows[rows["wits_code"] == _WORLD].set_index("year")["export_share"]
    rows = rows.assign(world_share=rows["year"].map(world), coverage=rows["export_coverage"])
    rows["rca"] = balassa(rows["export_share"], rows["world_share"])
    kept = _broken(rows[(rows["row_type"] == "aggregate") == aggregates], RCA_DEFINITION)
    missing = kept[kept["rca"].isna()]
    columns = ["rca", "export_share", "world_share", "coverage", "break_before"]
    frame = _finished(kept.drop(missing.index), columns, RCA_DEFINITION)
    frame.attrs["left_out"] = [
        f"{partner} {', '.join(str(year) for year in sorted(part['year']))}: WITS publishes no share of exports"
        for partner, part in missing.groupby("partner")
    ]
    return frame
