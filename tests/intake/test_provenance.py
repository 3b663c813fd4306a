"""Words for sources, and the refusal of two vintages or definitions in one measure."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext import data
from tradecontext.errors import DataError
from tradecontext.intake import one_source, provenance


def test_the_source_line() -> None:
    source = provenance.find("census_goods", "2025-10")
    assert source is not None
    assert source.text() == (
        "US Census Bureau, goods trade by country (general imports, total exports, not seasonally adjusted), "
        "revised figures retrieved by October 2025"
    )
    assert source.text("es-MX").startswith("Oficina del Censo de EE.\N{NO-BREAK SPACE}UU., comercio de bienes por país")
    assert source.text("sv") == source.text("en")
    assert "Balance is exports minus imports" in source.definition_text("en")
    assert "saldo" in source.definition_text("es")
    assert source.vintage_text("es") == "cifras revisadas, consultadas a más tardar en octubre de 2025"
    assert source.as_dict()["licence_status"].startswith("Not confirmed")


def test_a_source_can_be_compared_and_hashed() -> None:
    assert provenance.find("census_goods", "2025-10") == provenance.find("census_goods", "2025-10")
    assert len({provenance.find("census_goods", v) for v in ("2025-04", "2025-10", "2025-10")}) == 2


@pytest.mark.parametrize(
    ("vintage", "en", "es"),
    [
        ("data through 2025-02", "data through February 2025", "datos hasta febrero de 2025"),
        ("my download", "vintage my download", "edición my download"),
        (None, "", ""),
    ],
)
def test_a_vintage_that_is_not_registered(vintage: str | None, en: str, es: str) -> None:
    source = provenance.find("census_goods", vintage)
    assert source is not None
    assert (source.vintage_text("en"), source.vintage_text("es")) == (en, es)
    assert not source.text().endswith(", ")


def test_an_unknown_definition_has_no_source() -> None:
    assert provenance.find("mine", "2025-10") is None
    assert provenance.find(None, None) is None


def test_one_vintage_passes() -> None:
    assert one_source.one_of(data.us_goods_trade(), "measure") == ("census_goods", "2025-10")
    assert one_source.one_of(pd.DataFrame({"partner": ["MEX"]}), "measure") == (None, None)
    assert one_source.one_of(data.us_goods_trade().head(0), "measure") == (None, None)


def test_two_vintages_after_concat_are_refused() -> None:
    both = pd.concat([data.us_goods_trade("2025-04").head(12), data.us_goods_trade("2025-10").head(5)])
    with pytest.raises(DataError) as error:
        one_source.one_of(both, "measure")
    assert str(error.value) == (
        "two vintages in one measure: '2025-04' (rows 0-11) and '2025-10' (rows 12-16); "
        "keep one, e.g. frame[frame.vintage == '2025-04']"
    )


def test_a_vintage_in_some_rows_only_is_refused() -> None:
    mine = pd.DataFrame({"partner": ["MEX"], "year": [2025], "balance": [-1.0]})
    mixed = pd.concat([data.us_goods_trade().head(3).drop(columns="definition"), mine])
    with pytest.raises(DataError, match=r"some have none: '2025-10' \(rows 0-2\) and no vintage \(row 3\)"):
        one_source.one_of(mixed, "series")


def test_rows_are_named_by_their_labels_as_in_every_message() -> None:
    frame = pd.DataFrame({"vintage": ["a", "a", "b"]}, index=[7, 8, 40])
    with pytest.raises(DataError, match=r"'a' \(rows 7-8\) and 'b' \(row 40\)"):
        one_source.one_of(frame, "measure")
    with pytest.raises(DataError, match=r"'a' \(rows 'x', 'y'\) and 'b' \(row 'z'\)"):
        one_source.one_of(frame.set_axis(["x", "y", "z"]), "measure")


def test_after_a_merge_with_itself_the_frame_still_passes() -> None:
    frame = data.us_goods_trade()
    merged = frame.merge(frame[["partner", "year", "vintage", "definition"]], on=["partner", "year"])
    assert one_source.one_of(merged, "measure") == ("census_goods", "2025-10")


def test_after_a_merge_of_two_vintages_the_frame_is_refused() -> None:
    merged = data.us_goods_trade("2025-04").merge(data.us_goods_trade("2025-10"), on=["partner", "year"])
    with pytest.raises(DataError, match=r"a merge left two vintage columns.*suffixes"):
        one_source.one_of(merged, "measure")


def test_a_merge_with_another_measure_under_its_own_suffix_passes() -> None:
    merged = data.us_goods_trade().merge(
        data.us_share_of_imports(), on=["partner", "year"], how="left", suffixes=("", "_share")
    )
    assert one_source.one_of(merged, "measure") == ("census_goods", "2025-10")


def test_two_columns_of_the_same_name_are_both_looked_at() -> None:
    frame = pd.DataFrame([["a", "b"]], columns=["vintage", "vintage"])
    with pytest.raises(DataError, match="two vintages"):
        one_source.one_of(frame, "measure")


LABELS = st.one_of(st.text(max_size=3), st.none(), st.just(float("nan")), st.integers(0, 2))


@given(st.lists(LABELS, min_size=1, max_size=12), st.sampled_from(["object", "category"]))
def test_one_of_passes_exactly_when_all_rows_agree(values: list[object], kind: str) -> None:
    column = pd.Series(values, dtype="object").astype(kind)
    said = {None if pd.isna(value) else str(value) for value in values}
    frame = pd.DataFrame({"vintage": column})
    if len(said) == 1:
        assert one_source.one_of(frame, "measure") == (None, said.pop())
    else:
        with pytest.raises(DataError, match="vintage"):
            one_source.one_of(frame, "measure")
