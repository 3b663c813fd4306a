"""The golden specs of AdjustedBalance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

import tradecontext as tc
from shapes import MADE_UP, mirrored

if TYPE_CHECKING:
    from collections.abc import Iterator

STEPS = ("returned", "onward", "double_counted", "foreign", "indirect")
PARTS = ("reporter", "partner", "third")


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each case's name and spec."""
    accounts = tc.data.value_added_balances()
    goods = tc.data.value_added_balances("goods")
    trade = tc.data.us_goods_trade()
    estimates = tc.data.us_content_estimates()

    def case(name: str, data: pd.DataFrame | None = accounts, **options: Any) -> tuple[str, dict[str, Any]]:
        return name, tc.AdjustedBalance(data, **options).spec

    pair: dict[str, Any] = {"year": 2011, "highlight": ["MEX", "CHN"]}
    mexico: dict[str, Any] = {"estimates": estimates, "country": "MEX", "year": 2024}
    yield case("value_added", **pair, groups={"USMCA": ["MEX", "CAN"]})
    yield case("value_added_sorted_spanish", **pair, locale="es", sort_by="change")
    yield case("value_added_all", year=2011, top=39, highlight=["MEX"])
    yield case("bridge", view="bridge", year=2011, country="MEX")
    yield case("bridge_china", view="bridge", year=2011, highlight=["CHN"])
    yield case("bridge_spanish", view="bridge", year=2011, country="MEX", locale="es")
    yield case("content", goods, **pair)
    yield case("content_spanish", goods, **pair, locale="es")
    yield case("content_estimates", trade, **mexico)
    assumed: dict[str, Any] = {"us_content": 0.27, "one_sided": True, "quotations": True}
    yield case("assumption", trade, **mexico, **assumed)
    yield case("assumption_spanish", trade, **mexico, **assumed, locale="es")
    yield case("estimates_only", None, estimates=estimates, quotations=True)
    _, dark = case("dark", **pair, theme="dark")
    yield "dark", dark
    yield "right_to_left", mirrored(dark)
    yield "bridge_right_to_left", mirrored(case("", view="bridge", year=2011, country="MEX")[1])
    yield "content_right_to_left", mirrored(case("", trade, **mexico, **assumed)[1])
    yield case("one_row", accounts[accounts["partner"] == "MEX"], total=False, headline="", subtitle="")
    yield case("signs", _signs(), source=MADE_UP, total=False, unit="usd_billion")
    yield case("bridge_signs", _signs(), source=MADE_UP, view="bridge", country="CAN", unit="usd_billion")
    yield case("content_signs", _signs(), source=MADE_UP, view="content", unit="usd_billion")
    yield case(
        "hostile", _hostile(), **_injected(), highlight=["X1"], annotations=[("MEX", "a\u2028b <b>not bold</b>")]
    )
    yield case("hostile_bridge", _hostile(), **_injected(), view="bridge", country="X1")
    yield case("hostile_content", _hostile(), **_injected(), estimates=_claimed(), country="X1", one_sided=True)


def _row(partner: str, exports: float, imports: float, added: float, shares: tuple[float, float]) -> dict[str, Any]:
    """Return one partner's accounts, with made-up steps that add up."""
    row: dict[str, Any] = {"partner": partner, "exports": exports, "imports": imports, "value_added_balance": added}
    for flow in ("exports", "imports"):
        own, theirs = shares if flow == "imports" else shares[::-1]
        parts = (own, theirs, 1 - own - theirs)
        row |= {f"{flow}_{part}_content": row[flow] * share for part, share in zip(PARTS, parts, strict=True)}
        maker = row[f"{flow}_{'reporter' if flow == 'exports' else 'partner'}_content"]
        row |= {f"{flow}_returned": maker / 8, f"{flow}_onward": maker / 16, f"{flow}_double_counted": maker / 64}
        row |= {f"{flow}_foreign": row[flow] - maker, f"{flow}_indirect": 1.0}
    stays = {
        flow: row[flow] - sum(row[f"{flow}_{step}"] for step in STEPS[:-1]) + row[f"{flow}_indirect"]
        for flow in ("exports", "imports")
    }
    rest = added - (stays["exports"] - stays["imports"])
    row["exports_indirect" if rest > 0 else "imports_indirect"] += abs(rest)
    return row


def _signs() -> pd.DataFrame:
    """Return balances of either sign, one that changes its sign, balanced trade, and a missing figure."""
    rows = [
        _row("COD", 40.0, 100.0, -20.0, (0.25, 0.5)),
        _row("CAN", 60.0, 50.0, -5.0, (0.0, 0.75)),
        _row("BIH", 50.0, 50.0, 0.0, (0.5, 0.5)),
        _row("JPN", 70.0, 90.0, 15.0, (0.004, 0.9)),
        _row("KOR", 90.0, 60.0, 40.0, (0.1, 0.6)),
    ]
    rows.append({"partner": "SPM", "exports": 3.0, "imports": 5.0})
    rows.append({"partner": "VCT", "exports": 0.2, "imports": None, "value_added_balance": 0.1})
    return pd.DataFrame(rows).assign(year=2020)


def _hostile() -> pd.DataFrame:
    rows = [_row("MEX", 40.0, 100.0, -20.0, (0.25, 0.5)), _row("X1", 60.0, 50.0, -5.0, (0.1, 0.75))]
    return pd.DataFrame([*rows, _row("X2", 50.0, 50.5, 0.25, (0.5, 0.25))]).assign(year=2020)


def _claimed() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "estimate": ["<b>1</b>", "{cents}"],
            "partner": "X1",
            "share": [0.004, 1.0],
            "scope": ["goods", "not_stated"],
            "short": ["<script>alert(1)</script>", "{n} ' \" `"],
            "method_en": "</td><td>",
            "citation": ["<i>A paper</i>", "=1+1"],
        }
    )


def _injected() -> dict[str, Any]:
    return {
        "unit": "usd_billion",
        "source": ("</script><script>alert(1)</script>", "https://example.org/?a=1&b=2"),
        "entities": {"X1": "<img src=x onerror=alert(1)> {cents}", "X2": '=HYPERLINK("https://example.org")'},
        "headline": "</script><script>alert(1)</script> & “quotes” ' \" `",
        "note": "<!-- ${alert(1)} -->",
        "labels": {"as_traded": "<i>gross</i>", "own_content": "{n} <b>US</b>", "partner": "<b>who</b>"},
    }
