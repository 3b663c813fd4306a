"""DeficitRanking: the second measure, the words written from the data or by the author, and the dates."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from typing import Any

import pandas as pd
import pytest

import tradecontext as tc
from frames import notes, own, ranking, rows, shares, table
from markup import drawing

ORIGINAL, REVISED = "2025-04", "2025-10"


@pytest.fixture(scope="module")
def trade() -> pd.DataFrame:
    return tc.data.us_goods_trade(REVISED)


@pytest.fixture(scope="module")
def original() -> pd.DataFrame:
    return tc.data.us_goods_trade(ORIGINAL)


class TestContext:
    def test_the_note_says_truly_which_year_it_is(self) -> None:
        share = tc.data.us_share_of_imports()
        later = tc.DeficitRanking(tc.data.us_goods_trade("2025-04"), year=1986, context=share).spec["frame"]["notes"]
        assert "Its year, 1988, is the first with data." in later
        before = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, context=share).spec["frame"]["notes"]
        assert "Its year, 2021, is the last with data up to 2024." in before
        same = tc.DeficitRanking(tc.data.us_goods_trade(), year=2020, context=share).spec["frame"]["notes"]
        assert not any("Its year" in note for note in same)

    def test_a_column_of_its_own_with_year_source_and_note(self, trade: pd.DataFrame) -> None:
        chart = tc.DeficitRanking(trade, year=2024, context=tc.data.us_share_of_imports())
        assert chart.spec["columns"]["context"]["title"] == "Share of its imports from the US, 2021"
        assert rows(chart)["MEX"]["context"] == {"value": 0.4369, "text": "44%"}
        first, second = chart.spec["frame"]["sources"]
        assert first["text"].startswith("US Census Bureau")
        assert second["text"].startswith("World Bank WITS")
        assert "all goods imports, not only inputs" in notes(chart)
        assert "Share of its imports from the US, 2021: 7%." in chart.spec["frame"]["alt"]
        page = chart.to_html()
        assert "Share of its imports from the US, 2021</" in page
        assert "World Bank WITS" in page

    def test_missing_says_so_and_is_no_zero(self) -> None:
        chart = ranking(context=shares(share=[0.4, None]))
        assert rows(chart)["MEX"]["context"] == {"value": 0.4, "text": "40%"}
        for code in ("CAN", "CHN"):
            assert rows(chart)[code]["context"] == {"value": None, "text": "no data"}
        assert [row["Share, 2021 (share, 0 to 1)"] for row in table(chart)] == ["", "0.4", ""]

    def test_the_year_is_the_charts_or_the_last_before_it(self) -> None:
        both = pd.concat([shares(year=2019), shares(year=2023, share=[0.1, 0.2]), shares(year=2025)])
        assert ranking(context=both).spec["columns"]["context"]["year"] == 2023
        assert ranking(context=shares(year=2030)).spec["columns"]["context"]["year"] == 2030

    def test_a_measure_by_any_name_and_partners_by_any_spelling(self) -> None:
        chart = ranking(context=shares(partner=["Mexico", "CA"], share=None, us_inputs=[0.4, 0.5]))
        assert chart.spec["columns"]["context"]["title"] == "Us inputs, 2021"
        assert rows(chart)["CAN"]["context"]["value"] == 0.5

    def test_a_column_called_by_a_number(self) -> None:
        chart = ranking(context=shares(share=None).assign(x=[0.4, 0.5]).rename(columns={"x": 7}))
        assert rows(chart)["CAN"]["context"]["value"] == 0.5

    def test_of_the_same_year_shares_have_a_decimal_and_of_another_only_below_one_per_cent(self) -> None:
        same = ranking(context=shares(year=2024, share=[0.437, 0.004]))
        assert [rows(same)[code]["context"]["text"] for code in ("MEX", "CAN")] == ["43.7%", "0.4%"]
        other = ranking(context=shares(share=[0.437, 0.004]))
        assert [rows(other)[code]["context"]["text"] for code in ("MEX", "CAN")] == ["44%", "0.4%"]

    def test_its_scale_ends_at_the_largest_share_drawn(self) -> None:
        assert ranking(context=shares(share=[0.4, 0.25])).spec["columns"]["context"]["max"] == 0.4
        assert ranking(context=shares(share=[0.0, 0.0])).spec["columns"]["context"]["max"] == 1

    def test_closing_rows_have_none(self) -> None:
        chart = ranking(context=shares(), top=2, others=True, total=True)
        assert [row["partner"] for row in chart.spec["rows"] if "context" not in row] == ["_others", "_total"]

    def test_without_it_nothing_is_left(self) -> None:
        spec = ranking().spec
        assert "context" not in spec["columns"]
        assert not any("context" in row for row in spec["rows"])

    def test_its_source_has_to_be_known(self, trade: pd.DataFrame) -> None:
        unsaid = shares()
        unsaid.attrs = {}
        with pytest.raises(tc.DataError, match=r"in context=: .*name the sources of both measures, source="):
            tc.DeficitRanking(trade, context=unsaid)
        known = shares()
        known.attrs["source"] = "My survey, 2021"
        assert tc.DeficitRanking(trade, context=known).spec["frame"]["sources"][1] == {"text": "My survey, 2021"}


class TestWords:
    def test_the_headline_is_a_sentence_on_the_first_highlight_or_the_leader(self, trade: pd.DataFrame) -> None:
        said = tc.DeficitRanking(trade, year=2024).spec["frame"]
        assert said["headline"] == "The US goods deficit with China was the largest"
        assert said["subtitle"] == "US goods trade with its 10 largest deficit partners, 2024"
        mexico = tc.DeficitRanking(trade, year=2024, highlight=["MEX"]).spec["frame"]["headline"]
        assert mexico == "The US goods deficit with Mexico was the second largest"

    def test_a_rank_among_a_few_partners_says_among_how_many(self, trade: pd.DataFrame) -> None:
        few = trade[trade["partner"].isin(["CHN", "MEX", "CAN", "DEU"])]
        frame = tc.DeficitRanking(few, year=2024, highlight=["MEX"]).spec["frame"]
        assert frame["headline"] == "The US goods deficit with Mexico was the second largest of 4"
        assert frame["subtitle"] == "US goods trade with 4 partners, 2024"

    def test_the_subtitle_calls_the_partners_the_largest_only_if_they_are(self, trade: pd.DataFrame) -> None:
        for options in ({"highlight": ["HUN"]}, {"surpluses": 2}, {"top": None}):
            assert "largest" not in tc.DeficitRanking(trade, year=2024, **options).spec["frame"]["subtitle"]

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({"top": 1}, "The US trade deficit with China was the largest of 3"),
            ({"highlight": ["MEX"], "surpluses": 1}, "The United States ran a trade surplus with Mexico"),
        ],
    )
    def test_the_headline_keeps_the_perspective(self, options: dict[str, Any], words: str) -> None:
        data = own(exports=[571e9, 349e9, 143e9]) if "surpluses" in options else own()
        assert ranking(data, **options).spec["frame"]["headline"] == words

    @pytest.mark.parametrize("year", [1985, 1999, 2019])
    def test_subtitle_and_alt_name_the_year(self, original: pd.DataFrame, year: int) -> None:
        frame = tc.DeficitRanking(original, year=year).spec["frame"]
        for part in ("subtitle", "alt"):
            assert str(year) in frame[part]

    def test_all_of_them_can_be_written_or_left_out(self) -> None:
        own_words = {
            name: f"My {name}" for name in ("headline", "short_headline", "subtitle", "note", "byline", "credit", "alt")
        }
        chart = ranking(**own_words)
        for name, text in own_words.items():
            assert chart.spec["frame"][name] == text
            assert name == "short_headline" or text in chart.to_html()
        chart.update(headline="", subtitle="")
        assert chart.spec["frame"]["headline"] == ""
        assert "<h1" not in chart.to_html()

    def test_over_90_characters_is_warned_about_not_refused(self) -> None:
        long = "A headline " * 9
        with pytest.warns(UserWarning, match="headline is 99 characters long"):
            chart = ranking(headline=long)
        assert chart.spec["frame"]["headline"] == long.strip()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            ranking(headline="x" * 90)
        with pytest.warns(UserWarning, match="headline is 99 characters long"):
            tc.from_spec(ranking().spec).headline = long

    def test_labels_rename_every_term(self) -> None:
        terms = ["partner", "goods", "deficit", "surplus", "exports", "imports", "others", "total", "no_data"]
        labels = {term: f"<{term}-word>" for term in [*terms, "context"]}
        data = own(partner=["MEX", "CAN", "CHN"], exports=[600e9, 349e9, 143e9])
        chart = ranking(data, labels=labels, context=shares(), surpluses=1, top=1, others=True, total=True)
        text = chart.to_json()
        for word in labels.values():
            assert word in text or word.capitalize() in text or ("<" + word[1:2].upper() + word[2:]) in text, word
        assert not re.search(r"\b(deficit|surplus)\b(?!-word)", " ".join(_printed(chart.spec)))

    def test_a_label_is_no_template(self) -> None:
        assert "{year}" in ranking(labels={"deficit": "{year}"}).spec["frame"]["headline"]

    def test_spanish(self, original: pd.DataFrame) -> None:
        chart = tc.DeficitRanking(
            original, year=2024, locale="es", compare=2023, highlight=["MEX"], context=tc.data.us_share_of_imports()
        )
        spec = chart.spec
        assert spec["frame"]["headline"] == "Con México, Estados Unidos tuvo su segundo mayor déficit de bienes"
        assert spec["frame"]["subtitle"] == (
            "Comercio de bienes de EE.\N{NO-BREAK SPACE}UU. con los 10 socios de mayor déficit, 2024"
        )
        assert rows(chart)["KOR"]["name"] == "Corea del Sur"
        assert rows(chart)["MEX"]["compare"]["text"] == "12,7\u00a0% más"
        assert rows(chart)["MEX"]["context"]["text"] == "44\u00a0%"
        assert spec["locale"]["words"]["source"] == "Fuente:"
        assert "casi empatado: India 45,66, Tailandia 45,61" in notes(chart)
        assert '<html lang="es"' in chart.to_html()


GIVEN: dict[str, Any] = {
    "published": dt.date(2025, 10, 20),
    "updated": "2025-10-21",
    "correction": ("2025-10-22", "A wrong year was put right."),
    "chart_id": "us-deficits-2024",
}


class TestDates:
    def test_they_are_printed_in_every_output(self) -> None:
        chart = ranking(**GIVEN)
        for words in (
            "October 20, 2025",
            "October 21, 2025",
            "Correction, October 22, 2025: A wrong year was put right.",
        ):
            assert words in chart.to_html()
            assert words in chart.embed("safe")
            assert words in chart.embed("srcdoc")
        for row in table(chart):
            assert row["published"] == "2025-10-20"
            assert row["updated"] == "2025-10-21"
            assert row["correction"] == "2025-10-22: A wrong year was put right."
        assert chart.spec["chart_id"] == "us-deficits-2024"
        for output in (chart.to_csv(), chart.to_json()):
            assert "us-deficits-2024" in output
        assert chart.spec["frame"]["correction"] == {"date": "2025-10-22", "text": "A wrong year was put right."}

    def test_the_id_is_for_machines(self) -> None:
        page = ranking(**GIVEN).to_html()
        assert '<figure class="tradecontext" data-chart="deficit_ranking" data-id="us-deficits-2024"' in page
        assert page.count("us-deficits-2024") == 1 + page.partition("<script")[2].count("us-deficits-2024")
        assert "us-deficits-2024" not in ranking(**GIVEN).embed("safe")
        assert "us-deficits-2024" not in drawing(ranking(**GIVEN).to_svg())

    def test_a_long_correction_is_printed_whole(self) -> None:
        text = "x" * 300
        assert text in ranking(correction=("2025-10-22", text)).to_html()

    def test_none_is_taken_from_a_clock(self) -> None:
        spec = ranking().spec
        assert not {"published", "updated", "correction", "dateline"} & set(spec["frame"])
        assert str(dt.datetime.now(tz=dt.UTC).date()) not in ranking().to_html()


def _printed(spec: dict[str, Any]) -> list[str]:
    """Return every text that a reader sees, except the source lines and the interface."""
    rows = [value for row in spec["rows"] for key, value in row.items() if key in {"name", "text", "readout"}]
    frame = [spec["frame"][name] for name in ("headline", "subtitle", "alt")]
    return [*rows, *frame, *spec["frame"]["notes"], spec["columns"]["deficit"], spec["columns"]["partner"]]
