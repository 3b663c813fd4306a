"""The forms of words after counts: CLDR's rules, in Python and as a page has them."""

from __future__ import annotations

import json
import subprocess
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from tradecontext.text.plural import category, fill, of_whole_numbers

JS = Path(__file__).parents[2] / "js"
TAGS = "en es pt fr de ru pl cs sl lt lv ro ar he ga gv cy mt ja br ak da mk is"
OLD = {" not in ": " != ", " in ": " = ", " mod ": " % "}


@cache
def rules(tag: str) -> dict[str, str]:
    """Return CLDR's rules as the package has them."""
    found = {}
    for name, rule in Locale.parse(tag).plural_form.rules.items():
        found[name] = rule
        for old, new in OLD.items():
            found[name] = found[name].replace(old, new)
    return found


COUNTS = st.integers(min_value=0, max_value=10**7)


@given(st.sampled_from(sorted(TAGS.split())), COUNTS | st.decimals(min_value=0, max_value=10**6, places=1))
def test_the_category_is_babels(tag: str, count: int | Decimal) -> None:
    assert category(count, rules(tag)) == Locale.parse(tag).plural_form(count)


@given(st.sampled_from(sorted(TAGS.split())), COUNTS)
def test_rules_of_whole_numbers_choose_the_same(tag: str, count: int) -> None:
    short = of_whole_numbers(rules(tag))
    assert category(count, short) == category(count, rules(tag))
    assert all(set(rule.split()) & set("ivwftce") == set() for rule in short.values())


def test_rules_by_example() -> None:
    assert of_whole_numbers(rules("en")) == {"one": "n = 1"}
    assert of_whole_numbers(rules("es")) == {"one": "n = 1", "many": "n != 0 and n % 1000000 = 0"}
    # Of whole numbers it has no form "many", which is of fractions.
    assert of_whole_numbers(rules("cs")) == {"one": "n = 1", "few": "n = 2..4"}


PARTNERS = "{count, plural, one {# partner of {who}} few {# partnerzy} other {# partners of {who}}}: {count}"


def test_the_form_of_a_count() -> None:
    assert fill(PARTNERS, {"count": 1, "who": "MEX"}, rules("en")) == "1 partner of MEX: 1"
    assert fill(PARTNERS, {"count": 3, "who": "MEX"}, rules("en")) == "3 partners of MEX: 3"
    assert fill(PARTNERS, {"count": 3, "who": "MEX"}, rules("pl")) == "3 partnerzy: 3"
    assert fill(PARTNERS, {"count": Decimal("1.0"), "who": "MEX"}, rules("en")) == "1.0 partners of MEX: 1.0"


def test_what_fills_a_gap_stays_as_it_is() -> None:
    odd = "{count} # {who} {count, plural, other {x}}"
    assert fill(PARTNERS, {"count": 1, "who": odd}, rules("en")) == f"1 partner of {odd}: 1"


def test_a_count_may_be_left_to_the_renderer() -> None:
    left = fill(PARTNERS, {"count": "{count}", "who": "MEX"}, rules("en"))
    assert left == PARTNERS.replace("{who}", "MEX")


def test_a_forgotten_part_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill(PARTNERS, {"count": 1}, rules("en"))


@pytest.mark.slow
def test_a_page_chooses_the_same_forms() -> None:
    counts = [*range(130), 1000, 999_999, 10**6, 2 * 10**6, 10**6 + 1]
    names = ("zero", "one", "two", "few", "many", "other")
    phrase = "{a} {n, plural," + "".join(f" {name} {{{name} # {{a}}}}" for name in names) + "}"
    # What fills a gap has the look of forms.
    other = "{n} # {n, plural, other {x}}"
    whole = {tag: of_whole_numbers(each) for tag, each in zip(TAGS.split(), map(rules, TAGS.split()), strict=True)}
    given = json.dumps({"phrase": phrase, "counts": counts, "rules": whole, "a": other})
    code = (
        'import { counted } from "./src/text/phrase.ts";'
        f"const {{ phrase, counts, rules, a }} = {given};"
        "console.log(JSON.stringify(Object.fromEntries(Object.entries(rules).map(([tag, each]) =>"
        " [tag, counts.map((n) => counted(phrase, { n, a }, { plurals: each }))]))));"
    )
    command = ["node", "--import", "tsx", "--input-type=module", "--eval", code]
    made = json.loads(subprocess.run(command, cwd=JS, check=True, capture_output=True, text=True).stdout)
    for tag, each in whole.items():
        assert made[tag] == [fill(phrase, {"n": count, "a": other}, each) for count in counts], tag
