"""The bundled shares and indices: what they say, where they break, and that they do not mix."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tradecontext import data, measures
from tradecontext.data import _wiod
from tradecontext.errors import DataError
from tradecontext.intake import one_source, provenance
from tradecontext.text import word_files

SOURCE = Path(__file__).parents[3] / "shared/data"
CHOICES = [(scope, of) for scope in ("goods", "manufactures") for of in ("imported", "all")]


def value(frame: pd.DataFrame, partner: str, year: int, column: str) -> Any:
    rows = frame[(frame["partner"] == partner) & (frame["year"] == year)]
    assert len(rows) == 1
    return rows[column].iloc[0]


@pytest.mark.parametrize(("scope", "of"), CHOICES)
def test_the_shape_of_input_shares(scope: Any, of: Any) -> None:
    frame = data.input_shares(scope, of)
    more = ["look_through_share", "total"] if of == "imported" else []
    assert frame.columns.tolist() == [
        "partner", "partner_name", "year", "share", *more, "supplier", "vintage", "definition",
    ]  # fmt: skip
    assert len(frame) == 39 * 17
    assert (frame["year"].min(), frame["year"].max()) == (1995, 2011)
    assert frame["share"].between(0, 1).all()
    assert not frame.duplicated(["partner", "year"]).any()
    assert not set(frame["partner"]) & {"USA", "ROW"}
    assert one_source.one_of(frame, "series") == (_wiod.DEFINITIONS[scope, of], "2013")
    assert data.input_shares(scope, of, aggregates=True)["partner_name"].unique().tolist() == ["Rest of world"]
    assert "computed by tradecontext" in frame.attrs["source"]["text"]
    assert "Timmer et al. 2015" in frame.attrs["source"]["text"]


def test_who_leads_depends_on_the_measure() -> None:
    goods = data.input_shares()
    assert [value(goods, "MEX", year, "share") for year in (1995, 2011)] == [0.71545, 0.4851]
    assert value(goods, "CAN", 2011, "share") == pytest.approx(0.488, abs=0.0005)
    everything = data.input_shares(of="all")
    assert value(everything, "MEX", 2011, "share") == pytest.approx(0.222, abs=0.0005)
    assert value(everything, "CAN", 2011, "share") == pytest.approx(0.155, abs=0.0005)
    assert value(goods, "MEX", 2011, "look_through_share") == pytest.approx(0.407, abs=0.0005)
    assert value(goods, "MEX", 2011, "total") == 215_498e6


def test_an_unknown_choice_names_those_there_are() -> None:
    with pytest.raises(DataError, match="scope='services' is not known; choose 'goods' or 'manufactures'"):
        data.input_shares("services")
    with pytest.raises(DataError, match="of=3 is not known; choose 'imported' or 'all'"):
        data.input_shares(of=3)


def test_the_look_through_share_has_words_of_its_own() -> None:
    for definition in _wiod.DEFINITIONS.values():
        assert (definition in _wiod.LOOK_THROUGH) == ("imported" in definition)
    for definition in _wiod.LOOK_THROUGH.values():
        source = provenance.find(definition, "2013")
        assert source is not None
        assert "value added" in source.measure_text()


def test_intermediate_goods() -> None:
    frame = data.intermediate_goods()
    assert frame.columns.tolist() == [
        "partner", "partner_name", "year", "exports", "imports", "export_share", "import_share", "export_coverage",
        "import_coverage", "break_before", "vintage", "definition",
    ]  # fmt: skip
    assert value(frame, "MEX", 2021, "imports") == 82_821_540_000
    assert value(frame, "MEX", 2021, "export_share") == 0.0578
    assert [value(frame, "MEX", year, "export_coverage") for year in (2013, 2014, 2021)] == [0.9911, 0.9191, 0.8602]
    assert all(frame[f"{flow}_share"].dropna().between(0, 1).all() for flow in ("export", "import"))
    assert "TWN" in set(frame["partner"])
    assert not set(frame["partner"]) & {"WLD", "EUN", "OAS"}
    assert frame["exports"].isna().sum() > 0, "what is not published is missing"
    assert not frame.duplicated(["partner", "year"]).any()
    world = data.intermediate_goods(aggregates=True)
    assert value(world, "WLD", 2021, "export_share") == 0.2217


def test_rca_of_intermediate_goods() -> None:
    frame = data.rca_intermediate_goods()
    assert frame.columns.tolist() == [
        "partner", "partner_name", "year", "rca", "export_share", "world_share", "coverage", "break_before", "vintage",
        "definition",
    ]  # fmt: skip
    assert value(frame, "USA", 2021, "rca") == pytest.approx(0.955, abs=0.0005)
    assert value(frame, "MEX", 2021, "rca") == pytest.approx(0.261, abs=0.0005)
    assert frame["rca"].notna().all()
    assert any(line.startswith("AFG 2012, 2013, 2014: WITS publishes no") for line in frame.attrs["left_out"])
    np.testing.assert_allclose(frame["rca"], measures.balassa(frame["export_share"], frame["world_share"]))
    world = data.rca_intermediate_goods(aggregates=True)
    assert world.loc[world["partner"] == "WLD", "rca"].eq(1).all()


@pytest.mark.parametrize("frame", [data.intermediate_goods(), data.rca_intermediate_goods()], ids=["trade", "rca"])
def test_a_break_survives_pandas(frame: pd.DataFrame) -> None:
    worked = pd.concat([frame.query("partner == 'MEX'"), frame.query("partner == 'USA'")]).merge(
        data.us_share_of_imports()[["partner", "year", "share"]], on=["partner", "year"]
    )
    broken = worked[worked["break_before"]]
    assert list(zip(broken["partner"], broken["year"], strict=True)) == [("MEX", 2014)]
    words = data.breaks(str(worked["definition"].iloc[0]))
    assert words[["partner", "year"]].to_numpy().tolist() == [["MEX", 2014]]
    assert words["text_en"].str.contains("92%").all()
    assert words["text_es"].str.contains("92\u00a0%").all()


def test_definitions_do_not_mix() -> None:
    frames = [data.input_shares(*choice) for choice in CHOICES] + [data.us_share_of_imports()]
    for first in range(len(frames)):
        for second in range(first + 1, len(frames)):
            both = pd.concat([frames[first], frames[second]])
            with pytest.raises(DataError, match="two definitions in one series"):
                one_source.one_of(both, "series")
            pair = pd.concat([frames[first].head(1), frames[second].tail(1)])
            with pytest.raises(DataError, match="two definitions in one series"):
                measures.average_share(pair)


def test_the_words_of_every_measure_fit() -> None:
    for definition, entry in provenance.registry().items():
        for vintage in list(entry["vintages"]) or ["data through 2022"]:
            source = provenance.find(definition, vintage)
            assert source is not None
            for language in ("en", "es"):
                assert len(source.text(language)) <= 300, (definition, language)
                assert len(source.note_text(language)) <= 300
                assert len(source.measure_text(language)) <= 60 or not source.is_one_measure
            if definition.startswith(("wiod_", "wits_", "comtrade_")):
                assert source.is_one_measure, definition
                assert source.note_text(), definition


def test_computed_figures_say_so() -> None:
    for definition in provenance.registry():
        if definition.startswith("wiod_") or "rca" in definition:
            english, spanish = (word_files.words("data", tag)["sources"][definition] for tag in ("en", "es"))
            assert "computed by tradecontext" in english["basis"]
            assert "por tradecontext" in spanish["basis"]
            assert "published" in english["definition"]


@pytest.mark.skipif(not SOURCE.is_dir(), reason="the source tables are not beside the repository")
def test_the_bundled_index_is_the_computed_table() -> None:
    table = pd.read_csv(SOURCE / "wits_rca_intermediate_goods_computed_1988_2021.csv", keep_default_na=False)
    frame = pd.concat([data.rca_intermediate_goods(), data.rca_intermediate_goods(aggregates=True)])
    both = frame.merge(table, left_on=["partner", "year"], right_on=["iso3", "year"])
    assert len(both) >= len(table) - 120, "codes that differ: Sudan, and the like"
    assert (both["rca"] - both["rca_intermediate_goods_index"]).abs().max() <= 0.00005 + 1e-9
