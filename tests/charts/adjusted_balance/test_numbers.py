"""AdjustedBalance: a chart prints the numbers of its CSV, in every view and language."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from fractions import Fraction
from html import unescape
from math import floor
from typing import Any

import pytest

import tradecontext as tc
from golden import CASES, golden
from tradecontext.charts.adjusted_balance import words
from tradecontext.outputs import renderer
from tradecontext.spec import to_json
from tradecontext.text.exact import scale as power_of
from tradecontext.text.language import Language

ADJUSTED = [case for case in CASES if case.startswith("adjusted_balance/")]
FIGURES = ("gross", "value_added", "change")


def of(view: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [case for case in ADJUSTED if golden(case)["view"] == view])


def drawn(spec: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Return the name of each row a page draws, and the texts of its cells without the remarks."""
    page = re.sub(r'<span class="tc-annotation">.*?</span>', "", renderer.draw("drawHtml", to_json(spec), "p"))
    rows = re.findall(r"<tr data-key=.*?</tr>", page)
    return [
        (unescape(re.sub(r"<.*?>", "", re.search(r"<th.*?><span>(.*?)</span>", row)[1])), cells(row))  # type: ignore[index]
        for row in rows
    ]


def cells(row: str) -> list[str]:
    texts = [unescape(re.sub(r"<[^>]*>", "", cell)).strip() for cell in re.findall(r"<td.*?</td>", row)]
    return [text for text in texts if text]


def table(spec: dict[str, Any]) -> list[dict[str, str]]:
    text = tc.from_spec(spec).to_csv().removeprefix("\ufeff")
    # An apostrophe escapes cells that a spreadsheet would take for formulas.
    return [{key: each.removeprefix("'") for key, each in line.items()} for line in csv.DictReader(io.StringIO(text))]


def language(spec: dict[str, Any]) -> Language:
    return Language("es" if spec["locale"]["tag"] == "es" else "en", chart="adjusted_balance")


def power(*values: float | None) -> int:
    return power_of(max(abs(value) for value in values if value is not None))


@of("value_added")
def test_balances(case: str) -> None:
    spec = golden(case)
    unit = f"{spec['year']}_{spec['currency']}"
    rows = [row for row in spec["rows"] if row["role"] == "partner"]
    size = power(*(row[name] for row in rows for name in ("gross", "value_added")))
    by_name = {line["name"]: line for line in table(spec)}
    for name, texts in drawn(spec):
        line = by_name[name]
        for text, figure in zip(texts, FIGURES, strict=True):
            value = line[f"{figure}_{unit}"]
            if line["role"] == "total" and figure != "gross":
                # The two differ only by the rounding of the table, so the same balance and no change are printed.
                assert abs(float(line[f"change_{unit}"])) < 0.05 * 10**size
                said = {"value_added": texts[0], "change": f"{language(spec).in_column(0.0, size)}, "}[figure]
                assert text.startswith(said)
            elif not value:
                assert text == language(spec).terms["no_data"]
            elif figure == "change":
                own = language(spec)
                one, none = (own.number(each, 1, size) for each in (abs(float(value)), 0.0))
                printed = one if one != none or not float(value) else own.under(0.1)
                # The side of a change, and what it does, stand around the amount.
                around = [word.rstrip(",:") for word in text.split()]
                assert text in {own.in_column(0.0, size), words.signed(float(value), size, own)} or printed in around
            else:
                assert text == language(spec).in_column(float(value), size)


@of("bridge")
def test_steps(case: str) -> None:
    spec = golden(case)
    unit = f"{spec['year']}_{spec['currency']}"
    size = power(*(row["to"] for row in spec["rows"]))
    for (name, texts), line in zip(drawn(spec), table(spec), strict=True):
        assert name == line["name"]
        effect = line[f"effect_{unit}"]
        expected = words.signed(float(effect), size, language(spec)) if effect else None
        assert texts == [expected or language(spec).in_column(float(line[f"to_{unit}"]), size)]


def marked(spec: dict[str, Any], shares: list[str]) -> list[str]:
    """Return shares of the CSV as cents that add up, with the chart's own sign for them."""
    given = spec.get("amounts", {}).get("cents")
    exact = language(spec)
    parts = [100 * Fraction(Decimal(share)) for share in shares]
    told = [floor(part + Fraction(1, 2)) for part in parts]
    if len(parts) == 3:
        told = [floor(part) for part in parts]
        for at in sorted(range(3), key=lambda at: (told[at] - parts[at], at))[: 100 - sum(told)]:
            told[at] += 1
    texts = ["<1" if 0 < part < 1 else str(cents) for part, cents in zip(parts, told, strict=True)]
    return [given.format(n=text) if given else exact.phrase("cents", n=text) for text in texts]


@of("content")
def test_parts_and_amounts(case: str) -> None:
    spec = golden(case)
    lines = table(spec)
    kind = next(iter(lines[0]))
    amount = next((name for name in lines[0] if name.startswith("amount_")), "")
    shares = [name for name in lines[0] if name.endswith("(share, 0 to 1)")]
    assert len(shares) == len(spec["legend"])
    by_code = {line[kind]: line for line in lines}
    rows = drawn(spec)
    for (name, texts), row in zip(rows, spec["rows"], strict=False):
        line = by_code[row["partner"]]
        assert name == line["name"] == row["name"]
        there = [line[share] for share in shares if line[share]]
        expected = marked(spec, there if len(shares) == 3 else there[:1])
        if len(shares) == 2:
            expected = [" ".join([expected[0], *filter(None, [row.get("detail")])])]
        assert texts == (expected or [language(spec).terms["no_data"]])

    rest = rows[len(spec["rows"]) :]
    own = spec["initial"]["us_content"]
    if own is not None:
        assert rest.pop(0) == (spec["amounts"]["own"], marked(spec, [str(own)]))
    flows = [line for line in lines if amount and line[amount]]
    assert len(rest) == len(flows)
    for (name, texts), line in zip(rest, flows, strict=True):
        assert line["name"].startswith(name)
        assert texts == [language(spec).number(float(line[amount]), 1, spec["amounts"]["power"])]


@pytest.mark.parametrize("share", [0.0, 0.004, 0.005, 0.145, 0.285, 0.5, 0.995, 1.0])
def test_a_share_of_the_reader_s_own(share: float) -> None:
    """The page and the CSV of the present state, which is Python's, round alike."""
    spec = golden("adjusted_balance/assumption")
    spec["initial"]["us_content"] = share
    rows = dict(drawn(spec))
    applied = next(line for line in table(spec) if line["estimate"] == "_us_content")
    cents = rows[spec["amounts"]["own"]][0]
    assert applied["name"] == spec["amounts"]["applied"].format(cents=cents)
    assert rows[applied["name"]] == [language(spec).number(float(applied["amount_2024_USD"]), 1, 9)]


def test_an_estimate_that_is_chosen() -> None:
    spec = golden("adjusted_balance/assumption")
    for row in spec["rows"]:
        spec["initial"]["selection"] = [row["partner"]]
        lines = {line["estimate"]: line for line in table(spec)}
        assert lines["_us_content"]["name"] == row["applied"]
        for code in ("_exports", "_imports", "_balance", "_us_content", "_without"):
            value = language(spec).number(float(lines[code]["amount_2024_USD"]), 1, 9)
            assert dict(drawn(spec))[lines[code]["name"]] == [value]
