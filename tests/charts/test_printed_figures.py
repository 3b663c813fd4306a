"""Every chart and its CSV print the results of exact decimal arithmetic on the given figures.

All figures here are made up.
"""

from __future__ import annotations

import csv
import io
import re
from fractions import Fraction
from html import unescape
from typing import Any

import pandas as pd
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import tradecontext as tc
from balances import SOURCE, claim, claims, partner
from tradecontext.outputs.embed import safe

pytestmark = pytest.mark.slow

CODES = ["MEX", "CAN", "CHN", "DEU", "VNM", "IRL"]
MINUS = "\N{MINUS SIGN}"
FLOW = st.integers(100, 10**8).map(lambda each: each / 10**4)
"""Billions with up to four decimals, from ten million to ten trillion."""
SHARE = st.integers(1, 10**4).map(lambda each: each / 10**4)
FEW = settings(max_examples=40, deadline=None)


def exact(value: float) -> Fraction:
    return Fraction(repr(float(value)))


def half_up(value: Fraction, decimals: int = 1, *, signed: bool = False) -> str:
    """Round a fraction half away from zero with integer arithmetic alone, and format it."""
    size = int(abs(value) * 10**decimals + Fraction(1, 2))
    digits = str(size).rjust(decimals + 1, "0")
    whole, rest = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    text = f"{int(whole):,}" + (f".{rest}" if decimals else "")
    sign = MINUS if value < 0 and size else "+" if signed and value > 0 else ""
    return sign + text


def of_unit(*values: Fraction) -> int:
    """Return how many units of a column are a billion; the largest figure determines the unit."""
    size = max(map(abs, values))
    return next(10 ** (9 - power) for power in (9, 6, 3, 0) if size * 10 ** (9 - power) >= 1 or not power)


def table(chart: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(chart.to_csv().removeprefix("\ufeff"))))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def page(chart: Any) -> str:
    return unescape(re.sub(r"<[^>]*>", "|", safe(chart.present())))


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
                expected = "unchanged" if word == "unchanged" else f"{word} {half_up(abs(change) * 100)}%"
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


class TestAdjustedBalance:
    @given(st.lists(st.tuples(FLOW, FLOW, FLOW), min_size=1, max_size=5))
    @example([(1.0, 189.45, 100.0)])
    @FEW
    def test_balances(self, flows: list[tuple[float, float, float]]) -> None:
        rows = [
            {"partner": code, "exports": out, "imports": into, "value_added_balance": added}
            for code, (out, into, added) in zip(CODES, flows, strict=False)
        ]
        data = pd.DataFrame(rows).assign(year=2020)
        chart = tc.AdjustedBalance(data, unit="usd_billion", source=SOURCE, view="value_added", total=False)
        drawn = {row["partner"]: row for row in chart.spec["rows"]}
        lines = {row["partner"]: row for row in table(chart)}
        unit = of_unit(*(each for out, into, added in flows for each in (exact(out) - exact(into), exact(added))))
        for code, (out, into, added) in zip(CODES, flows, strict=False):
            gross = exact(out) - exact(into)
            change = exact(added) - gross
            for name, value in (("gross", gross), ("value_added", exact(added)), ("change", change)):
                assert drawn[code][name] == float(value * 10**9)
                assert float(lines[code][f"{name}_2020_USD"].removeprefix("'")) == float(value * 10**9)
                if abs(value) * unit >= Fraction(1, 10):
                    printed = drawn[code][f"{name}_text"]
                    # A deficit or a surplus of either measure is larger or smaller by an amount without a sign.
                    printed = re.sub("^(deficit|surplus) ", "", printed)
                    signed = name == "change" and printed[0] in "+\N{MINUS SIGN}"
                    size = value if signed or name != "change" else abs(value)
                    assert re.split(", | ", printed)[0] == half_up(size * unit, signed=signed)

    @given(FLOW, FLOW, SHARE)
    @example(10.0, 100.1, 0.3005)
    @FEW
    def test_a_share_of_the_reader_s_own(self, exports: float, imports: float, share: float) -> None:
        data = pd.DataFrame({"partner": ["MEX"], "year": 2020, "exports": [exports], "imports": [imports]})
        estimates = claims(claim("e", 0.3))
        options: dict[str, Any] = {"unit": "usd_billion", "source": SOURCE, "us_content": share, "one_sided": True}
        chart = tc.AdjustedBalance(data, estimates=estimates, **options)
        content = exact(imports) * exact(share)
        power = chart.spec["amounts"]["power"]
        values = {
            "_exports": exact(exports),
            "_imports": exact(imports),
            "_balance": exact(exports) - exact(imports),
            "_us_content": content,
            "_without": exact(imports) - content,
            "_one_sided": exact(exports) - exact(imports) + content,
        }
        drawn = page(chart)
        lines = {row["estimate"]: row for row in table(chart)}
        for code, value in values.items():
            assert float(lines[code]["amount_2020_USD"].removeprefix("'")) == float(value * 10**9)
            assert f"|{half_up(value * 10 ** (9 - power))}|" in drawn, code

    @given(st.lists(st.integers(0, 9000).map(lambda each: each / 1000), min_size=12, max_size=12))
    @FEW
    def test_steps_lead_from_one_balance_to_the_other(self, parts: list[float]) -> None:
        steps = ("returned", "onward", "double_counted", "foreign", "indirect")
        names = [f"{flow}_{step}" for flow in ("exports", "imports") for step in steps]
        own = dict(zip([*names, "imports_reporter_content", "exports_partner_content"], parts, strict=True))
        of = {name: exact(value) for name, value in own.items()}
        kept = {
            flow: of[f"{flow}_indirect"] - sum(of[f"{flow}_{step}"] for step in steps[:-1])
            for flow in ("exports", "imports")
        }
        row = {"partner": "MEX", "exports": 40.25, "imports": 100.5, **own}
        added = exact(40.25) - exact(100.5) + kept["exports"] - kept["imports"]
        data = pd.DataFrame([row | {"value_added_balance": float(added)}]).assign(year=2020)
        chart = tc.AdjustedBalance(data, unit="usd_billion", source=SOURCE, view="bridge", country="MEX")
        first, *netted, last = chart.spec["rows"][:6]
        effects = [
            of["imports_foreign"] - of["imports_reporter_content"],
            of["exports_partner_content"] - of["exports_foreign"],
            of["imports_onward"],
            -of["exports_onward"],
            of["imports_reporter_content"],
            -of["exports_returned"],
            of["imports_returned"] - of["exports_partner_content"],
            of["imports_double_counted"] - of["exports_double_counted"],
            -of["imports_indirect"],
            of["exports_indirect"],
        ]
        sums = [sum(effects[start:end]) for start, end in ((0, 2), (2, 4), (4, 6), (6, 10))]
        lines = table(chart)
        for drawn, own_effects, own_lines in (
            (netted, sums, lines[1:5]),
            (chart.spec["rows"][6:], effects, lines[6:]),
        ):
            at = exact(first["to"])
            for step, effect, line in zip(drawn, own_effects, own_lines, strict=True):
                assert (step["from"], step["to"]) == (float(at), float(at + effect * 10**9))
                assert float(line["effect_2020_USD"].removeprefix("'")) == float(effect * 10**9)
                assert step["text"] == half_up(effect, signed=True) or abs(effect) < Fraction(1, 10)
                at += effect * 10**9
        assert last["to"] == float(added * 10**9) == float(at)
        assert last["text"] == half_up(added) or abs(added) < Fraction(1, 10)

    @given(st.tuples(FLOW, FLOW, FLOW))
    @FEW
    def test_cents_add_up(self, amounts: tuple[float, float, float]) -> None:
        names = [f"imports_{each}_content" for each in ("reporter", "partner", "third")]
        flow = float(sum(map(exact, amounts)))
        data = pd.DataFrame([partner("MEX", 40, 100)]).assign(
            year=2020, imports=flow, **dict(zip(names, amounts, strict=True))
        )
        chart = tc.AdjustedBalance(data, unit="usd_billion", source=SOURCE, view="content")
        (row,) = chart.spec["rows"]
        texts = [row[name] for name in ("text", "partner_text", "third_text")]
        shares = [exact(each) / exact(flow) * 100 for each in amounts]
        for text, share in zip(texts, shares, strict=True):
            assert text == "<1¢" if 0 < share < 1 else abs(int(text[:-1]) - share) < 1
        if not any("<" in text for text in texts):
            assert sum(int(text[:-1]) for text in texts) == 100
        plainly = [f"{half_up(share, 0)}¢" if share >= 1 else "<1¢" for share in shares]
        assert any("add up" in note for note in chart.spec["frame"]["notes"]) == (texts != plainly)
        said = re.findall(r"(\d+|less than 1) cents?", row["readout"])
        assert said == [text[:-1].replace("<", "less than ") for text in texts]


@pytest.mark.parametrize("locale", ["en", "es"])
def test_every_row_of_the_bundled_content_adds_up(locale: str) -> None:
    data = tc.data.value_added_balances("goods")
    for year in (1995, 2003, 2011):
        chart = tc.AdjustedBalance(data, year=year, top=39, locale=locale)
        for row in chart.spec["rows"]:
            texts = [row[name] for name in ("text", "partner_text", "third_text")]
            if not any("<" in text for text in texts):
                assert sum(int(re.sub(r"\D", "", text)) for text in texts) == 100, row["name"]
            assert all(re.sub(r"[^\d]", "", text) in row["readout"] for text in texts)
