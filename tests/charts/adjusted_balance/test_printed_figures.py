"""AdjustedBalance: balances, shares and steps, and their CSV, print the results of exact decimal arithmetic.

All figures here are made up, but for the bundled ones.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import tradecontext as tc
from balances import SOURCE, claim, claims, partner
from charts.exact_figures import CODES, FEW, FLOW, SHARE, exact, half_up, of_unit, page, table

pytestmark = pytest.mark.slow


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
                    assert re.split(",? |\N{NO-BREAK SPACE}", printed)[0] == half_up(size * unit, signed=signed)

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
        said = re.findall(r"(\d+|less than 1)\scents?", row["readout"])
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
