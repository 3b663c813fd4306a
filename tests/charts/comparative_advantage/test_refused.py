"""ComparativeAdvantage: what is refused, and where figures are from."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pandas as pd
import pytest

import tradecontext as tc
from indices import chart, notes, own, rows


@pytest.fixture(scope="module")
def bundled() -> pd.DataFrame:
    return tc.data.rca_intermediate_goods()


TWO = own({"MEX": [1.0, 2.0], "CAN": [0.0, 3.0]})
WITS = {"vintage": "2025-08", "definition": "wits_rca_intermediate_goods"}
REFUSED: list[tuple[Any, dict[str, Any], str]] = [
    (TWO, {"year": 2001, "period": (2001, 2002)}, r"year=2001 and period=\(2001, 2002\): keep one"),
    (TWO, {"year": 2003}, "year=2003: the data has no row for 2003 .it has 2001 to 2002"),
    (TWO[TWO["year"] == 2001], {"year": 2003}, r"\(it has 2001\)"),
    (pd.concat([own({"MEX": [1.0]}, 2001), own({"MEX": [1.0]}, 2003)]), {"year": 2002}, "has no row for 2002"),
    (TWO, {"year": "01"}, "year='01' has to be a calendar year"),
    (TWO, {"period": (2000, 2002)}, "the data has the years 2001 to 2002"),
    (TWO, {"period": 2001}, "has to be .first year, last year."),
    (TWO, {"period": (2002, 2001)}, "the first not after the last"),
    (TWO.drop(columns="year"), {}, "there is no column 'year'; add one, or say which year"),
    (TWO.drop(columns="year"), {"period": (2001, 2002)}, "there is no column 'year'"),
    (TWO.rename(columns={"year": "yr"}), {"year": 2001}, "'yr' looks like one"),
    (TWO.drop(columns="rca"), {}, "there is no column 'rca'.*name yours with rca="),
    (TWO, {"rca": "index"}, "there is no column 'index'"),
    (TWO, {"rca": ["rca"]}, "there is no column"),
    (TWO, {"partner": None}, "there is no column None"),
    (
        TWO.assign(product=["01", "02", "01", "02"]),
        {},
        r'2 products.*keep one product: data\[data\["product"\] == \'01\'\]',
    ),
    (TWO.assign(rca=[1.0, -0.1, 1.0, 1.0]), {}, "-0.1 is negative"),
    (TWO.assign(rca=[1.0, math.inf, 1.0, 1.0]), {}, "the figure is infinite"),
    (TWO.assign(rca=1e10), {}, "is larger than 1e.09"),
    (TWO.assign(rca="high"), {}, "is text, not a figure"),
    (TWO.assign(export_share=12.5), {}, "'export_share'.*is not a share"),
    (TWO.assign(world_share=12.5), {}, "'world_share'.*is not a share"),
    (TWO.assign(coverage=98.5), {}, "'coverage'.*is larger than 1.5"),
    (TWO.assign(break_before="no"), {}, "'break_before'.*neither True nor False"),
    (pd.concat([TWO, TWO]), {}, "'MEX' has two rows for 2001"),
    (TWO.assign(vintage=["a", "a", "b", "b"]), {}, "two vintages in one series"),
    (TWO.assign(definition=["a", "a", "b", "b"], vintage="x"), {}, "two definitions in one series"),
    (TWO, {"source": None}, "name publisher, table and vintage with source="),
    (TWO, {"partners": []}, "partners is empty"),
    (TWO, {"partners": 484}, "partners has to be a list"),
    (TWO, {"partners": ["DEU"]}, "partners: DEU has no row in the data"),
    (TWO, {"partners": ["Nowhere"]}, "partners: no partner is called 'Nowhere'"),
    (TWO, {"highlight": ["DEU"]}, "highlight: DEU has no row in the data; take it out"),
    (TWO, {"highlight": ["CAN"], "partners": ["MEX"]}, "highlight: CAN is not among partners=; add it there, or take"),
    (TWO, {"annotations": [("CAN", "x")], "top": 1, "year": 2001}, "annotations: CAN is not among the rows"),
    *[(TWO, {"top": top}, "top=.* whole number of rows") for top in (0, 1001, True, 2.0, "2")],
    *[(TWO, {name: 1}, f"{name}=1 has to be True or False") for name in ("trend", "across_breaks")],
    (TWO, {"ratio": ("MEX",)}, "ratio=.* has to be two countries"),
    (TWO, {"ratio": ("MEX", "MX")}, "ratio=.* has to be two countries"),
    (TWO, {"ratio": "MEX"}, "ratio has to be a list"),
    (TWO, {"ratio": ("MEX", "DEU")}, "ratio: DEU has no row in the data; take it out"),
    (TWO, {"ratio": ("MEX", "CAN"), "year": 2001}, "ratio: CAN has a share of 0"),
    (own({"MEX": [1.0, 1.0], "CAN": [None, 1.0]}), {"ratio": ("MEX", "CAN"), "period": (2001, 2002)}, "1 of 2 years"),
    (own({"MEX": [1.0], "CAN": [None]}), {"ratio": ("MEX", "CAN")}, "ratio: CAN has no figure"),
    (TWO, {"good": ""}, "good is empty"),
    (TWO, {"good": "x" * 61}, "good is 61 characters long"),
    (TWO, {"good": 3}, "good has to be text"),
    (TWO, {"labels": {"good": "x" * 61}}, "labels 'good' is 61 characters long"),
    (TWO, {"good": "{times} more"}, "good and labels cannot have {times}"),
    (TWO.assign(product="x" * 61), {}, "say it otherwise with good="),
    (TWO, {"labels": {"deficit": "x"}}, "no chart prints a term 'deficit'"),
    (TWO, {"sort_by": "deficit"}, "sort_by='deficit' is not in the chart; choose one of rca, name"),
    ("no frame", {}, "data has to be a data frame"),
    (TWO.head(0), {}, "data has no rows"),
]


class TestRefusals:
    @pytest.mark.parametrize(("data", "options", "words"), REFUSED, ids=[str(n) for n in range(len(REFUSED))])
    def test_they_say_what_to_do(self, data: Any, options: dict[str, Any], words: str) -> None:
        with pytest.raises(tc.DataError, match=words):
            chart(data, **options)

    def test_too_many_rows(self) -> None:
        codes = {f"X{number}": f"Place {number}" for number in range(301)}
        data = own({code: [1.0] for code in codes})
        with pytest.raises(tc.DataError, match="301 partners have a row; at most 300"):
            chart(data, entities=codes, top=None)
        assert len(rows(chart(data, entities=codes, top=300))) == 300

    def test_a_refused_change_leaves_the_chart(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, partners=["MEX", "CAN"])
        before = drawn.spec
        with pytest.raises(tc.DataError, match="MEX: the average"):
            drawn.period = (1994, 2021)
        assert (drawn.spec, drawn.period) == (before, None)
        drawn.period = (1994, 2013)
        assert drawn.spec["period"] == [1994, 2013]


class TestSources:
    def test_the_index_computed_by_the_package(self, bundled: pd.DataFrame) -> None:
        goods = tc.data.intermediate_goods().query("year == 2013")
        data = goods[["partner", "year", "export_share"]].assign(product="intermediate")
        world = tc.data.intermediate_goods(aggregates=True).query("year == 2013 and partner == 'WLD'")
        data = pd.concat([data, world[["partner", "year", "export_share"]].assign(product="intermediate")])
        made = tc.measures.rca(data, share="export_share", world="WLD")
        drawn = chart(made, partners=["MEX", "USA"], ratio=("USA", "MEX"))
        known = bundled[bundled["year"] == 2013].set_index("partner")["rca"]
        assert rows(drawn)["MEX"]["rca"] == pytest.approx(known["MEX"])
        assert "The share of intermediate in exports from the United States was" in notes(drawn)
        several = pd.concat([made, made.assign(product="capital")])
        with pytest.raises(tc.DataError, match="keep one product"):
            chart(several)

    def test_a_share_of_something_else_is_not_taken_for_one_of_exports(self) -> None:
        data = own({"MEX": [1.0], "CAN": [2.0]}, share=0.3)
        assert rows(chart(data))["MEX"]["pair"]["weight"] == 1
        assert "exports" not in rows(chart(data))["MEX"]["readout"]

    def test_they_are_printed_with_vintage_and_definition(self, bundled: pd.DataFrame) -> None:
        (line,) = tc.ComparativeAdvantage(bundled).spec["frame"]["sources"]
        assert re.match("World Bank WITS, revealed comparative advantage in intermediate goods", line["text"])
        assert (line["vintage"], line["definition"]) == ("2025-08", "wits_rca_intermediate_goods")

    def test_a_spec_is_read_back(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, partners=["MEX", "CAN"], selection=["MEX"], sort_by="-rca")
        again = tc.from_spec(json.loads(drawn.to_json()))
        assert isinstance(again, tc.ComparativeAdvantage)
        assert again.spec["initial"] == {"sort_by": "-rca", "selection": ["MEX"]}
        assert again.spec["rows"] == drawn.spec["rows"]
