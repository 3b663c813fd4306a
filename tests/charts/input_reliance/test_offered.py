"""A page is sent the rows that are shown or that a choice of its reader's can show, and no others."""

from __future__ import annotations

import json
import re
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from golden import golden
from tradecontext.outputs import renderer
from tradecontext.outputs.embed import embed
from tradecontext.outputs.page import page
from tradecontext.spec import to_json

BODY = re.compile(r'<div class="tc-body">.*?</table>', re.DOTALL)


def sent(html: str) -> dict[str, Any]:
    """Return the spec that a page or a component carries."""
    text = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert text
    found: dict[str, Any] = json.loads(text[1])
    return found


def table(spec: dict[str, Any]) -> str:
    """Return the table as it is drawn of a spec."""
    found = BODY.search(renderer.draw("drawHtml", to_json(spec), "p"))
    assert found
    return found[0]


def drawn_as_sent(spec: dict[str, Any]) -> dict[str, Any]:
    """Return what is sent, once it is certain that the same table is drawn of it."""
    found = sent(page(spec))
    assert table(
        {**spec, "rows": found["rows"], **({"folded": found["folded"]} if "folded" in found else {})}
    ) == table(spec)
    return found


@pytest.mark.parametrize("case", ["input_reliance/one_year", "input_reliance/published"])
@pytest.mark.parametrize("write", [page, lambda spec: embed(spec, "component")], ids=["page", "component"])
def test_what_is_folded_away_for_good_has_no_name_in_it(case: str, write: Any) -> None:
    spec = golden(case)
    html = write(spec)
    shown = [row["name"] for row in spec["rows"] if f">{row['name']}</span>" in html]
    assert 0 < len(shown) < len(spec["rows"])
    names = [row["name"] for row in sent(html)["rows"]]
    assert [name for name in names if name] == shown
    # The two that their range ends with, and the one with the longest tick.
    assert names.count("") <= 3
    drawn_as_sent(spec)


@pytest.mark.parametrize("case", ["input_reliance/plain", "input_reliance/ranking", "deficit_ranking/everything"])
def test_what_a_choice_can_show_is_sent(case: str) -> None:
    spec = golden(case)
    assert [row["name"] for row in sent(page(spec))["rows"]] == [row["name"] for row in spec["rows"]]


CODES = list(tc.data.partners()["partner"].head(12))


@given(
    shares=st.lists(st.floats(0, 1) | st.none(), min_size=3, max_size=12).filter(
        lambda all_: any(each is not None for each in all_)
    ),
    top=st.integers(1, 12),
    chosen=st.lists(st.integers(0, 2), max_size=2, unique=True),
)
def test_the_same_table_is_drawn_of_it(shares: list[float | None], top: int, chosen: list[int]) -> None:
    rows = [(code, 2020, share) for code, share in zip(CODES, shares, strict=False)]
    frame = pd.DataFrame(rows, columns=["partner", "year", "share"])
    spec = tc.InputReliance(
        frame, supplier="USA", source="Made up", top=top, view="ranking", selection=[CODES[each] for each in chosen]
    ).spec
    drawn_as_sent(spec)
    # A row that the reader lets go is one of the others again, in both alike.
    less = {**spec, "initial": {**spec["initial"], "selection": []}}
    found = sent(page(spec))
    assert table({**less, "rows": found["rows"], "folded": found.get("folded", [0, 0])}) == table(less)
