"""AdjustedBalance: which words are printed, in which language, and that they are escaped."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

import tradecontext as tc
from balances import chart, claim, claims, headline, notes, own, partner, rows, table

ACCOUNTS = tc.data.value_added_balances()
TRADE = tc.data.us_goods_trade()
ESTIMATES = tc.data.us_content_estimates()
MEXICO = {"estimates": ESTIMATES, "country": "MEX"}


def test_views_of_one_chart() -> None:
    drawn = tc.AdjustedBalance(ACCOUNTS, highlight=["MEX"])
    drawn.selection = ["MEX"]
    drawn.sort_by = "-change"
    view: Any
    for view, sort in (("bridge", "effect"), ("content", "content"), ("value_added", "gross")):
        drawn.view = view
        assert (drawn.spec["view"], drawn.sort_by) == (view, sort)
    assert tc.from_spec(drawn.spec).spec == drawn.spec


class TestWords:
    def test_terms_are_renamed_everywhere(self) -> None:
        labels = {"as_traded": "gross", "in_value_added": "net", "deficit": "gap", "world": "Everyone"}
        drawn = tc.AdjustedBalance(ACCOUNTS, highlight=["MEX"], labels=labels)
        assert headline(drawn) == "The US gap with Mexico was 40% smaller net"
        assert drawn.spec["legend"] == ["gross", "net"]
        assert rows(drawn)["_total"]["name"] == "Everyone"
        assert "as traded" not in str(drawn.spec)
        content = tc.AdjustedBalance(TRADE, **MEXICO, labels={"own_content": "made at home", "everything_else": "rest"})
        assert content.spec["legend"] == ["made at home", "rest"]
        assert "US content" not in str(content.spec["amounts"])
        assert content.spec["amounts"]["lines"]["without"] == "Imports without made at home"

    def test_a_label_wins_over_another_reporter_s_or_currency_s(self) -> None:
        labels = {"own_content": "ours", "dollar": "euro", "cent_sign": "c", "cents": "cents"}
        drawn = chart(own(unit="eur_billion"), reporter="FRA", view="content", labels=labels)
        assert drawn.spec["legend"][0] == "ours"
        assert rows(drawn)["MEX"]["text"] == "25c"
        assert headline(drawn) == "Of a euro imported from Canada, 25 cents was ours"

    @pytest.mark.parametrize(
        "options",
        [
            {},
            {"view": "bridge", "country": "MEX"},
            {"view": "content"},
            {"data": TRADE, **MEXICO, "quotations": True, "one_sided": True},
            {"data": None, "estimates": ESTIMATES, "which": list(ESTIMATES["estimate"])},
        ],
    )
    def test_spanish_has_no_english_left(self, options: dict[str, Any]) -> None:
        given = {"data": ACCOUNTS, **options}
        drawn = tc.AdjustedBalance(given.pop("data"), **given, locale="es")
        frame = drawn.spec["frame"]
        # Titles of studies and the database's own name stay as they are.
        printed = [frame["headline"], frame["subtitle"], *frame["notes"]]
        printed += [
            *map(str, drawn.spec["columns"].values()),
            *drawn.spec.get("legend", []),
            drawn.spec["locale"]["words"]["hint"],
        ]
        printed += list(drawn.spec.get("amounts", {}).get("lines", {}).values())
        for row in drawn.spec["rows"]:
            printed += [row["name"], row.get("annotation", ""), row.get("applied", ""), *row.get("marks", [])]
        english = r"\b(the|of|and|with|in|imports|exports|as traded|data|method|US(?!\$)|Department)\b"
        for text in printed:
            assert not re.search(english, text), text

    def test_notes_run_from_the_shortest_to_the_definition(self) -> None:
        drawn = tc.AdjustedBalance(ACCOUNTS)
        caveats = drawn.spec["frame"]["notes"][:3]
        assert caveats == sorted(caveats, key=len)
        definition = ACCOUNTS.attrs["source"]
        assert tc.data.sources().set_index("definition").loc[definition["definition"], "definition_text"] in caveats

    def test_no_hint_promises_what_is_not_there(self) -> None:
        with_flows = tc.AdjustedBalance(TRADE, **MEXICO).spec["locale"]["words"]["hint"]
        without = tc.AdjustedBalance(None, **MEXICO).spec["locale"]["words"]["hint"]
        assert "what it comes to" in with_flows
        assert without == "Select an estimate for its source."
        assert tc.AdjustedBalance(ACCOUNTS, labels={"hint": "Go"}).spec["locale"]["words"]["hint"] == "Go"

    def test_groups_mark_partners(self) -> None:
        drawn = tc.AdjustedBalance(ACCOUNTS, groups={"USMCA": ["MEX", "CAN"]}, annotations=[("MEX", "A remark.")])
        assert rows(drawn)["MEX"]["marks"] == ["USMCA"]
        assert "USMCA: " in notes(drawn)
        assert next(line for line in table(drawn) if line["partner"] == "MEX")["annotation"] == "A remark."


def test_hostile_words_are_words() -> None:
    name = "<img src=x onerror=alert(1)> {cents}"
    for options in (
        {},
        {"view": "bridge", "country": "X1"},
        {"view": "content"},
        {"estimates": claims(claim("e", 0.3, partner="X1", short="</td>{n}")), "one_sided": True, "us_content": 0.3},
    ):
        drawn = chart(own(partner("X1", 40, 100), partner("MEX", 1, 2)), entities={"X1": name}, **options)
        page = drawn.to_html()
        assert "<img src=x" not in page.replace(name, "") or "&lt;img" in page
        assert name in unescape(page)
        assert "<img src=x onerror" not in page
