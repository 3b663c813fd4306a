"""Words treat equal figures as equal: none of them alone is first, largest or second. All figures are made up."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradecontext as tc
from balances import SOURCE, partner

CODES = ["CHN", "DEU", "MEX", "VNM", "CAN", "IRL"]
NAMES = {"CHN": "China", "DEU": "Germany", "MEX": "Mexico", "VNM": "Vietnam", "CAN": "Canada", "IRL": "Ireland"}


def deficits(*values: float, **options: Any) -> tc.DeficitRanking:
    data = pd.DataFrame({"partner": CODES[: len(values)], "year": 2024, "balance": [-each for each in values]})
    return tc.DeficitRanking(data, **{"unit": "usd_billion", "source": SOURCE, **options})


def words(chart: Any, part: str) -> str:
    return str(chart.spec["frame"][part]).replace("\N{NO-BREAK SPACE}", " ")


def ranks(chart: Any) -> dict[str, int]:
    return {row["partner"]: row["rank"] for row in chart.spec["rows"]}


class TestDeficitRanking:
    def test_two_share_the_first_place(self) -> None:
        chart = deficits(171.5, 123.5, 171.5, highlight=["MEX"])
        assert ranks(chart) == {"CHN": 1, "MEX": 1, "DEU": 3}
        assert words(chart, "headline") == ("The US trade deficit with Mexico equaled that with China")
        assert words(chart, "alt").endswith("was $171.5 billion in 2024, level with China.")
        readouts = [row["readout"] for row in chart.spec["rows"]]
        assert readouts[0].endswith("joint first with Mexico by deficit.")
        assert readouts[1].endswith("joint first with China by deficit.")
        assert readouts[2].endswith("; third by deficit.")

    def test_among_all_partners_a_shared_rank_is_joint(self) -> None:
        trade = tc.data.us_goods_trade()
        now = trade[trade["year"] == 2024].copy()
        now.loc[now["partner"].isin(["MEX", "VNM"]), ["exports", "imports", "balance"]] = [0.0, 99e9, -99e9]
        told = words(tc.DeficitRanking(now, highlight=["VNM"], source=SOURCE), "headline")
        assert told == "The US goods deficit with Vietnam was joint second largest, with Mexico"

    def test_spanish(self) -> None:
        chart = deficits(171.5, 123.5, 171.5, highlight=["MEX"], locale="es")
        assert words(chart, "headline").endswith("con México igualó al de China")
        assert words(chart, "alt").endswith("empatado con China.")
        assert chart.spec["rows"][0]["readout"].endswith("primer puesto compartido con México por déficit.")

    @pytest.mark.parametrize(
        ("values", "options", "told"),
        [
            ((200, 171.5, 171.5), {"highlight": ["MEX"]}, "equaled that with Germany"),
            ((5, 5, 5), {}, "equaled that with Germany and Mexico"),
            ((5, 5), {"top": 1}, "equaled that with Germany"),
            ((9, 5, 5), {"top": 2, "highlight": ["DEU"]}, "equaled that with Mexico"),
            ((5, 5, 5, 5, 5, 5), {}, "equaled that with China and 4 others"),
            ((171.5, 171.4), {}, "was the largest of 2"),
        ],
    )
    def test_the_headline_names_those_that_are_level(
        self, values: tuple[float, ...], options: dict[str, Any], told: str
    ) -> None:
        assert words(deficits(*values, **options), "headline").endswith(told)

    def test_an_exact_tie_at_the_cut_off_is_told_as_equal(self) -> None:
        chart = deficits(200, 171.5, 171.5, 171.5, top=2)
        assert (
            "Place 2 is a tie of Germany, Mexico, and Vietnam, 171.5 billion US dollars each; not shown: "
            in "".join(chart.spec["frame"]["notes"])
        )
        near = deficits(200, 171.5000000012, 171.5000000011, top=2).spec["frame"]["notes"]
        assert near[:1] == ["Place 2 is a near tie: Germany 171.5000000012, Mexico 171.5000000011 billion US dollars."]
        assert deficits(200, 171.5, 171.5, top=2, near_tie=False).spec["frame"]["notes"] == [
            "Partners in the data that are not shown: 1."
        ]

    def test_equal_by_exact_arithmetic_and_not_by_the_processor_s(self) -> None:
        assert 0.3 - 0.1 != 0.2
        data = pd.DataFrame({"partner": ["MEX", "CAN"], "year": 2024, "exports": [0.1, 0.0], "imports": [0.3, 0.2]})
        assert ranks(tc.DeficitRanking(data, unit="usd_billion", source=SOURCE)) == {"CAN": 1, "MEX": 1}

    @pytest.mark.slow
    @given(st.lists(st.sampled_from([1.0, 2.0, 3.0]), min_size=1, max_size=6), st.integers(1, 6), st.integers(0, 5))
    @settings(max_examples=60, deadline=None)
    def test_no_word_sets_one_of_equals_before_the_others(self, values: list[float], top: int, lead: int) -> None:
        chart = deficits(*values, top=top)
        shown = list(ranks(chart))
        chart.highlight = [shown[lead % len(shown)]]
        of = dict(zip(CODES, values, strict=False))
        assert ranks(chart) == {code: 1 + sum(each > of[code] for each in values) for code in shown}
        said = [(row["partner"], row["readout"]) for row in chart.spec["rows"]]
        for code, text in [*said, (shown[lead % len(shown)], words(chart, "headline"))]:
            level = [other for other in of if of[other] == of[code] and other != code]
            if level:
                assert " with " in text
                assert any(NAMES[other] in text for other in level)
                assert "joint" in text or "equaled that with" in text
            else:
                assert "joint" not in text
                assert "equals" not in text
        assert ("level with" in words(chart, "alt")) == bool(level)

    def test_the_longest_names_leave_room_for_the_tie(self) -> None:
        names = {f"X{each}": chr(65 + each) * 100 for each in range(3)}
        data = pd.DataFrame({"partner": list(names), "year": 2024, "exports": 1.0, "imports": 9.0})
        labels = {term: term[0] * 40 for term in ("exports", "imports", "deficit")}
        for locale in ("en", "es"):
            chart = tc.DeficitRanking(
                data, unit="usd_billion", source=SOURCE, entities=names, labels=labels, locale=locale
            )
            assert all(len(row["readout"]) <= 300 for row in chart.spec["rows"])
            assert not any(
                "; first by" in row["readout"] or "puesto por" in row["readout"] for row in chart.spec["rows"]
            )


def indices(*values: float | list[float], **options: Any) -> tc.ComparativeAdvantage:
    rows = [
        {"partner": code, "year": 2000 + at, "rca": index}
        for code, own in zip(CODES, values, strict=False)
        for at, index in enumerate(own if isinstance(own, list) else [own])
    ]
    return tc.ComparativeAdvantage(pd.DataFrame(rows), **{"source": SOURCE, "good": "cars", **options})


class TestComparativeAdvantage:
    def test_an_index_that_several_share(self) -> None:
        assert "China 2.00, level with Germany" in words(indices(2, 2, 1, 0.5, 0.5), "alt")
        assert "China 2.00, first of 3 countries" in words(indices(2, 1.5, 1), "alt")
        assert "level" not in words(indices(2.001, 2.002), "alt")

    def test_means_are_level_by_exact_arithmetic(self) -> None:
        chart = indices([0.1, 0.2, 0.6], [0.3, 0.3, 0.3], [0.1, 0.1, 0.1], period=(2000, 2002))
        # With a mean of its own, China would be said to lead.
        assert words(chart, "headline") == "Cars weighed less in China\u2019s exports than in the world\u2019s"

    def test_a_tie_of_drawn_and_left_out(self) -> None:
        chart = indices(3, 2, 2, 2, 1, top=2)
        assert "Level with Germany, but not shown: Mexico and Vietnam." in chart.spec["frame"]["notes"]
        assert not any("Level" in note for note in indices(3, 2, 1, top=2).spec["frame"]["notes"])


def shares(*values: list[float], **options: Any) -> tc.InputReliance:
    rows = [
        {"partner": code, "year": 2000 + at, "share": share}
        for code, own in zip(CODES, values, strict=False)
        for at, share in enumerate(own)
    ]
    return tc.InputReliance(pd.DataFrame(rows), **{"supplier": "USA", "source": SOURCE, **options})


class TestAdjustedBalance:
    def accounts(self, *own: float, imports: float = 100.0) -> pd.DataFrame:
        rows = [
            partner(code, 40, imports, own=(0.5, share), theirs=(0.25, 0.5))
            for code, share in zip(CODES, own, strict=False)
        ]
        return pd.DataFrame(rows).assign(year=2020, unit="usd_billion")

    @pytest.mark.parametrize("view", ["content", "value_added"])
    def test_those_left_out_are_smaller_only_where_they_are(self, view: str) -> None:
        level = tc.AdjustedBalance(self.accounts(0.25, 0.25, 0.25), view=view, source=SOURCE, top=2)
        said = {
            "content": "one shown, or smaller, are not shown: 1.",
            "value_added": "is the sum of 1 partner with balances as traded as large as one shown, or smaller.",
        }
        assert said[view] in " ".join(level.spec["frame"]["notes"])
        smaller = pd.concat([self.accounts(0.25, 0.25), self.accounts(0.25, 0.25, 0.25, imports=50)[2:]])
        chart = tc.AdjustedBalance(smaller, view=view, source=SOURCE, top=2)
        assert "or smaller" not in " ".join(chart.spec["frame"]["notes"])
        said = {"content": "Partners with smaller imports", "value_added": "partner with smaller balances"}
        assert said[view] in " ".join(chart.spec["frame"]["notes"])
