"""The words around a reliance chart follow the period that a reader chooses, in Python as in the renderer."""

from __future__ import annotations

import json
import subprocess
from itertools import combinations_with_replacement
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pytest

import tradecontext as tc
from golden import CASES, golden
from markup import drawing
from reliance import FOUR, drawn, made
from tradecontext.charts.input_reliance.words import words

ROOT = Path(__file__).parents[3]
RELIANCE = [case for case in CASES if case.startswith("input_reliance/")]
FOLLOWING = ("headline", "subtitle", "alt", "notes")


def renderers(asked: list[tuple[dict[str, Any], tuple[int, int]]]) -> list[tuple[dict[str, Any], str | None]]:
    """Return the frame that the renderer draws of each spec over a period, and the row it reads out."""
    run = subprocess.run(
        ["node", "--import", "tsx", "../tests/js/frames.ts"],
        cwd=ROOT / "js",
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    return [tuple(each) for each in json.loads(run.stdout)]


def over(spec: dict[str, Any], period: tuple[int, int]) -> dict[str, Any]:
    """Return the frame of a chart made of a spec, over a period."""
    chart: Any = tc.from_spec(spec)
    chart.period = period
    frame: dict[str, Any] = chart.present()["frame"]
    return frame


def periods(spec: dict[str, Any], random: Random) -> list[tuple[int, int]]:
    if spec["method"] == "published":
        return [tuple(spec["initial"]["period"])]
    every = list(combinations_with_replacement(spec["years"], 2))
    return random.sample(every, min(12, len(every)))


def figures(random: Random) -> dict[str, Any]:
    """Return made-up data and options with many gaps, breaks, ties and long names."""
    years = random.randint(2, 7)
    names = ["Å", "\U0001d4d0\U0001d4d1 {share} \U0001f600", "o" * 100, "X $& $1 {}", "the {span}"]
    rows = []
    for place, name in enumerate(random.sample(names, random.randint(1, len(names)))):
        for year in range(2000, 2000 + years):
            share = random.choice([None, 0.0, 1.0, 0.5, 0.12345, round(random.random(), 4), random.random()])
            total = random.choice([None, 0.0, 1.0, random.random() * 1e9])
            rows.append((f"X{place}", name, year, share, total))
    # A chart needs at least one figure in its period.
    rows += [("X9", "Somewhere", year, 0.25, 1.0) for year in range(2000, 2000 + years)]
    data = pd.DataFrame(rows, columns=["partner", "partner_name", "year", "share", "total"])
    whole = random.random() < 0.3 and bool(data["total"].notna().any())
    codes = sorted(set(data["partner"]))
    return {
        "data": data.astype({"share": float, "total": float}),
        "source": "Figures made up for a test",
        "method": "ratio_of_sums" if whole else "mean_of_ratios",
        "view": random.choice(["ranking", "lines", "both"]),
        "trend": random.random() < 0.5,
        "top": random.choice([None, 1, 2]),
        "highlight": random.sample(codes, random.randint(0, min(2, len(codes)))),
        "breaks": [(random.choice(codes), 2001, "a break")] if random.random() < 0.5 else [],
        "annotations": [(2000, "é" * random.choice([1, 170]))] * random.choice([0, 1, 12]),
        "locale": random.choice(["en", "es"]),
        "period": tuple(sorted(random.choices(range(2000, 2000 + years), k=2))),
    }


class TestAlike:
    @pytest.mark.slow
    def test_of_every_golden_spec_over_many_periods(self) -> None:
        random = Random(1)
        asked = [(spec, each) for spec in map(golden, RELIANCE) for each in periods(spec, random)]
        self.check(asked)

    @pytest.mark.slow
    def test_of_figures_of_any_kind(self) -> None:
        random = Random(2)
        charts = [tc.InputReliance(**figures(random)) for _ in range(60)]
        self.check([(chart.spec, each) for chart in charts for each in periods(chart.spec, random)[:4]])

    def check(self, asked: list[tuple[dict[str, Any], tuple[int, int]]]) -> None:
        changed = 0
        for (spec, period), (frame, _) in zip(asked, renderers(asked), strict=True):
            mine = over(spec, period)
            for name in FOLLOWING:
                assert frame[name] == mine[name], (period, name)
            changed += mine["headline"] != spec["frame"]["headline"]
        assert changed > len(asked) / 2

    def test_what_the_first_period_says_is_in_the_spec(self) -> None:
        for spec in map(golden, RELIANCE):
            if "sentences" in spec:
                said = words(spec, spec["sentences"])
                assert said
                assert {name: spec["frame"][name] for name in said} == said


class TestPresent:
    @pytest.fixture
    def again(self) -> Any:
        return tc.from_spec(tc.InputReliance(tc.data.input_shares(), view="ranking", highlight=["MEX"]).spec)

    def test_every_output_of_a_chart_made_from_a_spec_speaks_of_it(self, again: Any) -> None:
        first = again.present()["frame"]
        again.period = (2000, 2005)
        frame = again.present()["frame"]
        assert "2000\u20132005" in frame["subtitle"]
        assert "from 68.4% in 2000 to 49.9% in 2005" in frame["alt"]
        for text in (again.to_html(), again.embed("safe"), again.embed("srcdoc"), again.to_svg(), again.to_json()):
            assert first["subtitle"] not in text
            assert first["alt"] not in text
        assert "2000\u20132005" in drawing(again.to_svg(preset="social"))
        again.period = (1995, 2011)
        assert again.present()["frame"] == first

    def test_the_headline_over_lines_is_of_the_first_and_the_last_year_of_it(self) -> None:
        again: Any = tc.from_spec(tc.InputReliance(tc.data.input_shares(), highlight=["MEX"]).spec)
        first = again.present()["frame"]["headline"]
        again.period = (2000, 2005)
        words = "Mexico relied less on the United States in 2005 than in 2000"
        for text in (again.to_html(), again.embed("safe"), again.embed("srcdoc"), again.to_json()):
            assert words in text
            assert first not in text

    @pytest.mark.slow
    def test_it_is_the_one_that_the_data_gives(self) -> None:
        for options in ({}, {"view": "lines"}, {"view": "ranking", "method": "ratio_of_sums"}, {"locale": "es"}):
            shares = tc.data.input_shares()
            again = tc.from_spec(tc.InputReliance(shares, **options).spec)
            chart = tc.InputReliance(shares, **options)
            for period in ((2000, 2005), (2003, 2003), (1995, 2011)):
                again.period = chart.period = period
                other = tc.InputReliance(shares, period=period, **options)
                assert again.present() == chart.present() == other.spec

    def test_one_year_breaks_and_gaps_are_told_where_they_are(self) -> None:
        chart = drawn(FOUR, highlight=["MEX"], breaks=[("MEX", 2001, "x")])
        for period, headline, notes in (
            ((2000, 2003), "Figures for Mexico before and from 2001 on cannot be compared", "across a break"),
            ((2001, 2003), "Mexico relied less on the United States than in 2001", "Not all countries have data"),
            ((2002, 2002), "There are no figures for Mexico in 2002", ""),
            ((2003, 2003), "The share for Mexico was 50.0% in 2003", ""),
        ):
            chart.period = period
            frame = chart.present()["frame"]
            assert headline in frame["headline"]
            said = " ".join(frame["notes"])
            assert notes in said
            assert ("across a break" in said) == (period[0] == 2000)
            assert ("Averages are" in said) == (period[0] < period[1])

    def test_who_leads_may_be_another_and_has_an_article(self) -> None:
        chart = drawn(made({"NLD": [0.2, 0.9], "MEX": [0.8, 0.1]}), period=(2000, 2000))
        assert chart.present()["frame"]["headline"].endswith("than Mexico")
        chart.period = (2001, 2001)
        assert chart.present()["frame"]["headline"].endswith("than the Netherlands")

    def test_an_authors_words_stay(self, again: Any) -> None:
        shares = tc.data.input_shares()
        own = {"headline": "Ours, of 1995\u20132011", "subtitle": "", "alt": "Ours too"}
        again.update(**own)
        for chart in (again, tc.InputReliance(shares, **own), tc.from_spec(tc.InputReliance(shares, **own).spec)):
            chart.period = (2000, 2005)
            frame = chart.present()["frame"]
            assert {name: frame[name] for name in own} == own
            assert not own.keys() & chart.spec["sentences"].keys()

    @pytest.mark.slow
    def test_words_put_into_a_spec_by_hand_stay(self) -> None:
        spec: Any = tc.InputReliance(tc.data.input_shares()).spec
        spec["frame"]["headline"] = "By hand"
        spec["frame"]["notes"] = ["By hand"]
        frame = over(spec, (2000, 2005))
        assert (frame["headline"], frame["notes"]) == ("By hand", ["By hand"])
        ((theirs, _),) = renderers([(spec, (2000, 2005))])
        assert {name: theirs[name] for name in FOLLOWING} == {name: frame[name] for name in FOLLOWING}

    @pytest.mark.slow
    def test_a_spec_without_sentences_is_drawn_with_the_words_it_has(self, again: Any) -> None:
        spec = again.spec
        del spec["sentences"]
        frame = over(spec, (2000, 2005))
        assert frame == spec["frame"]
        ((theirs, lead),) = renderers([(spec, (2000, 2005))])
        assert (theirs, lead) == (spec["frame"], "MEX")

    def test_the_headline_reads_as_it_stands_over_the_chart(self, again: Any) -> None:
        assert again.headline == again.present()["frame"]["headline"] != "Ours"
        again.headline = "Ours"
        assert tc.from_spec(again.spec).headline == "Ours"


def test_where_nothing_can_be_chosen_there_are_no_sentences() -> None:
    for chart in (drawn(FOUR[FOUR["year"] == 2000]), drawn(tc.measures.average_share(FOUR))):
        assert "sentences" not in chart.spec


def test_one_year_alone_is_said_without_a_choice() -> None:
    html = drawn(pd.DataFrame({"partner": ["MEX"], "year": [2022], "share": [0.5]})).to_html()
    assert "20222022" not in html.replace("</b><b>", "").replace("</strong><strong>", "")
    assert 'class="tc-period"' not in html
    assert "Share of imports from the United States, 2022" in html


def test_a_picture_of_one_year_of_many_speaks_of_no_average() -> None:
    chart = drawn(FOUR, period=(2001, 2001))
    for text in (chart.embed("safe"), drawing(chart.to_svg())):
        assert "verage" not in text
        assert "2001" in text
