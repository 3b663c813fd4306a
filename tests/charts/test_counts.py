"""Words that stand beside a count have its form, in every sentence and language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from balances import claim, claims
from frames import notes, own, ranking

if TYPE_CHECKING:
    import pandas as pd

CODES = ["CHN", "MEX", "CAN", "DEU", "JPN"]
PLURALS = {
    "en": r"(?<!\d)1 (partners|countries|others)\b|(all|the|any of the) 1 ",
    "es": r"(?<!\d)1 (socios|países)\b|\b(los|otros) 1 ",
}
"""What would be said of one as of several."""


def balanced(*deficits: float) -> pd.DataFrame:
    """Return partners with these deficits, made up, in billions."""
    return own(
        partner=CODES[: len(deficits)],
        year=[2024] * len(deficits),
        exports=[100e9] * len(deficits),
        imports=[(100 + deficit) * 1e9 for deficit in deficits],
    )


@given(
    st.lists(st.integers(min_value=-50, max_value=50), min_size=1, max_size=5),
    st.integers(min_value=1, max_value=3),
    st.sampled_from(["en", "es"]),
)
@pytest.mark.filterwarnings("ignore:no partner has a deficit")
def test_no_sentence_says_one_as_if_it_were_several(deficits: list[int], top: int, locale: str) -> None:
    drawn = ranking(balanced(*deficits), top=top, others=True, total=True, locale=locale)
    frame = drawn.spec["frame"]
    for text in (frame["headline"], frame["alt"], *frame["notes"]):
        assert not re.search(PLURALS[locale], text), text


@pytest.mark.filterwarnings("ignore:no partner has a deficit")
@pytest.mark.parametrize(
    ("locale", "one", "two", "none"),
    [
        (
            "en",
            ("is the sum of 1 partner not shown.", "is the sum of 1 partner in the data"),
            ("is the sum of 2 partners not shown.", "is the sum of all 3 partners in the data"),
            "ran no trade deficit with the only partner",
        ),
        (
            "es",
            ("es la suma de 1 socio no mostrado.", "es la suma de 1 socio de los datos"),
            ("es la suma de 2 socios no mostrados.", "es la suma de los 3 socios de los datos"),
            "no tuvo déficit comercial con el único socio",
        ),
    ],
)
def test_a_ranking_of_one_and_of_several(locale: str, one: tuple[str, str], two: tuple[str, str], none: str) -> None:
    options: dict[str, Any] = {"top": 1, "locale": locale}
    assert one[0] in notes(ranking(balanced(2, 1), others=True, **options))
    assert one[1] in notes(ranking(balanced(2), total=True, **options))
    several = notes(ranking(balanced(3, 2, 1), others=True, total=True, **options))
    assert all(text in several for text in two)
    assert none in ranking(balanced(-1), **options).spec["frame"]["headline"]


def test_cents_of_one_and_of_several() -> None:
    for share, said in ((0.01, "1\u00a0cent"), (0.02, "2\u00a0cents"), (0.3, "30\u00a0cents")):
        estimates = claims(claim("e", share))
        assert re.search(rf" at {said}$", tc.AdjustedBalance(None, estimates=estimates).spec["frame"]["headline"])
