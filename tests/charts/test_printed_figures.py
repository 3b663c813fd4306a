"""A ranking, shares and indices, and their CSV, print the results of exact decimal arithmetic on the given figures.

All figures here are made up.
"""

from __future__ import annotations

from fractions import Fraction
from html import unescape

import pandas as pd
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import tradecontext as tc
from balances import SOURCE
from charts.exact_figures import CODES, FEW, FLOW, SHARE, exact, half_up, of_unit, page, table

pytestmark = pytest.mark.slow


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


class TestDeficitRanking:
    @given(st.lists(st.tuples(FLOW, FLOW, FLOW), min_size=2, max_size=6))
    @example([(356.97, 545.42, 545.42), (1.0, 101.0, 113.35)])
    @FEW
    def test_every_figure(self, flows: list[tuple[float, float, float]]) -> None:
        rows = [
            {"partner": code, "year": year, "exports": out, "imports": into}
            for code, (out, *imports) in zip(CODES, flows, strict=False)
            for year, into in zip((2023, 2024), imports, strict=True)
        ]
        deficits = {
            code: [exact(into) - exact(out) for into in imports]
            for code, (out, *imports) in zip(CODES, flows, strict=False)
        }
        shown = {code: now for code, (_, now) in deficits.items() if now > 0}
        assume(shown)
        chart = tc.DeficitRanking(
            pd.DataFrame(rows), unit="usd_billion", source=SOURCE, compare=2023, top=9, total=True, others=True
        )
        csv_rows = {row["partner"]: row for row in table(chart)}
        drawn = {row["partner"]: row for row in chart.spec["rows"]}
        total = sum((now for _, now in deficits.values()), Fraction(0))
        unit = of_unit(*shown.values(), total - sum(shown.values()) if "_others" in drawn else Fraction(0))
        for code, now in shown.items():
            row, before = drawn[code], deficits[code][0]
            assert row["text"] == half_up(now * unit) or now * unit < Fraction(1, 10)
            assert repr(float(row["deficit"])) == repr(float(now * 10**9))
            assert float(csv_rows[code]["deficit_2024_USD"]) == float(now * 10**9)
            if before > 0:
                change = now / before - 1
                word = "unchanged" if half_up(change * 100) == "0.0" else "up" if change > 0 else "down"
                expected = (
                    "unchanged"
                    if word == "unchanged"
                    else f"{word} {half_up(abs(change) * 100, 1 if abs(change) < 1 else 0)}%"
                )
                if now / before >= 10:
                    tenths = before * unit >= Fraction(1, 10)
                    expected = f"from {half_up(before * unit)}" if tenths else row["compare"]["text"]
                assert row["compare"]["text"] == expected
        small = abs(total) * unit < Fraction(1, 10)
        assert drawn["_total"]["text"].removeprefix("surplus ") == half_up(abs(total) * unit) or small
        assert drawn["_total"]["deficit"] == float(total * 10**9)
        if "_others" in drawn:
            assert drawn["_others"]["deficit"] == float((total - sum(shown.values())) * 10**9)

    def test_known_ones(self) -> None:
        data = pd.DataFrame({"partner": ["MEX"], "year": [2024], "exports": [356.97], "imports": [545.42]})
        chart = tc.DeficitRanking(data, unit="usd_billion", source=SOURCE)
        assert chart.spec["rows"][0]["text"] == "188.5"
        assert "$188.5 billion" in plain(chart.spec["frame"]["headline"])
        (row,) = table(chart)
        assert [row[f"{name}_2024_USD"] for name in ("deficit", "exports", "imports")] == [
            "188450000000", "356970000000", "545420000000",
        ]  # fmt: skip
        data = pd.DataFrame({"partner": ["MEX"] * 2, "year": [2023, 2024], "balance": [-100.0, -112.35]})
        chart = tc.DeficitRanking(data, unit="usd_billion", source=SOURCE, compare=2023)
        assert chart.spec["rows"][0]["compare"]["text"] == "up 12.4%"


class TestInputReliance:
    @given(st.lists(st.lists(SHARE, min_size=3, max_size=3), min_size=1, max_size=5), st.lists(FLOW, min_size=3))
    @example([[0.0005, 0.0010, 0.0030], [0.1, 0.2, 0.15]], [1.0, 2.0, 3.0])
    @FEW
    def test_averages(self, shares: list[list[float]], totals: list[float]) -> None:
        rows = [
            {"partner": code, "year": 2000 + at, "share": share, "total": totals[at]}
            for code, three in zip(CODES, shares, strict=False)
            for at, share in enumerate(three)
        ]
        for method in ("mean_of_ratios", "ratio_of_sums"):
            weights = [exact(each) if method == "ratio_of_sums" else Fraction(1) for each in totals[:3]]
            chart = tc.InputReliance(pd.DataFrame(rows), supplier="USA", source=SOURCE, method=method, view="ranking")
            drawn, lines = page(chart), table(chart)
            for code, three in zip(CODES, shares, strict=False):
                parts = (exact(share) * weight for share, weight in zip(three, weights, strict=True))
                mean = sum(parts) / sum(weights)
                assert f"|{half_up(mean * 100)}%" in drawn
                row = next(line for line in lines if line["partner"] == code)
                assert row["average_2000_2002 (share, 0 to 1)"] == repr(float(mean)).removesuffix(".0")
            best = max(
                sum(exact(s) * w for s, w in zip(three, weights, strict=True)) / sum(weights) for three in shares
            )
            assert f"{half_up(best * 100)}%" in chart.spec["frame"]["alt"]


class TestComparativeAdvantage:
    INDEX = st.integers(50, 99_000).map(lambda each: each / 10**4)

    @given(st.lists(st.tuples(INDEX, INDEX, INDEX, SHARE, SHARE, SHARE), min_size=2, max_size=5))
    @example([(1.0, 1.0, 1.0, 0.0015, 0.0015, 0.0015), (2.0, 2.0, 2.0, 0.0005, 0.0005, 0.0010)])
    @FEW
    def test_means_and_ratios(self, figures: list[tuple[float, ...]]) -> None:
        rows = [
            {"partner": code, "year": 2000 + at, "rca": own[at], "export_share": own[3 + at]}
            for code, own in zip(CODES, figures, strict=False)
            for at in range(3)
        ]
        data = pd.DataFrame(rows)
        chart = tc.ComparativeAdvantage(data, period=(2000, 2002), source=SOURCE, ratio=("MEX", "CAN"), good="cars")
        drawn = {row["partner"]: row for row in chart.spec["rows"]}
        shares = {}
        for code, own in zip(CODES, figures, strict=False):
            mean = sum(map(exact, own[:3])) / 3
            shares[code] = sum(map(exact, own[3:])) / 3
            assert drawn[code]["text"] == half_up(mean, 2)
            assert drawn[code]["rca"] == float(mean)
            assert f" {half_up(shares[code] * 100)}% of its exports" in drawn[code]["readout"] or shares[code] < 0.0005
        times = shares["MEX"] / shares["CAN"]
        told = half_up(times) if times >= Fraction(1, 20) else half_up(times, 2) if times * 200 >= 1 else "<0.01"
        assert f" {told} times that " in chart.spec["frame"]["notes"][0]
        # The page's sentence about two selected rows is the first sentence of the note.
        chart.selection = ["MEX", "CAN"]
        said = tc.from_spec(chart.present()).to_html()
        if times < 1000:
            assert chart.spec["frame"]["notes"][0].split(", averages")[0] in unescape(said)
