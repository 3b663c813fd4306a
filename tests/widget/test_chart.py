"""Behaviour of options and of the reader's choices that is common to all charts."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any

import pytest
import traitlets

import tradecontext as tc
from frames import own, ranking, shares

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def chart() -> tc.DeficitRanking:
    return ranking(highlight=["MEX"], headline="A headline")


def whole(chart: tc.DeficitRanking) -> dict[str, Any]:
    """Return everything that a refused value must not change."""
    options = {name: getattr(chart, name) for name in type(chart).options()}
    return {
        "spec": chart.spec,
        "present": chart.present(),
        "state": (chart.sort_by, chart.selection),
        "options": {name: value for name, value in options.items() if name != "context"},
        "page": chart.to_html(),
    }


class TestOptions:
    def test_assignment_draws_anew(self, chart: tc.DeficitRanking) -> None:
        chart.headline = "Another"
        assert chart.spec["frame"]["headline"] == "Another"
        assert "Another" in chart.to_html()
        chart.highlight = ()
        chart.top = 1
        assert [row["partner"] for row in chart.spec["rows"]] == ["CHN"]
        chart.headline = None
        assert chart.headline == chart.spec["frame"]["headline"]
        assert str(chart.headline).startswith("The US trade deficit with China")

    def test_one_change_of_the_spec_is_told_once_and_when_all_is_done(self, chart: tc.DeficitRanking) -> None:
        seen = []
        chart.observe(lambda _: seen.append((chart.headline, chart.byline, chart.spec["frame"]["headline"])), "spec")
        chart.update(headline="Both", byline="at once")
        assert seen == [("Both", "at once", "Both")]

    def test_an_observer_may_change_the_chart_again(self, chart: tc.DeficitRanking) -> None:
        chart.observe(lambda change: setattr(chart, "note", f"was {change.old}"), "headline")
        chart.headline = "New"
        assert chart.spec["frame"]["note"] == "was A headline"

    def test_changes_may_be_held(self, chart: tc.DeficitRanking) -> None:
        with chart.hold_trait_notifications():
            chart.headline = "Held"
            chart.sort_by = "name"
        assert (chart.spec["frame"]["headline"], chart.sort_by) == ("Held", "name")

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("headline", 3),
            ("top", 0),
            ("year", 1999),
            ("highlight", ["Atlantis"]),
            ("theme", "neon"),
            ("locale", "xx"),
            ("source", ("a", "javascript:alert(1)")),
            ("groups", ["MEX"]),
            ("published", "soon"),
            ("context", 3),
            ("sort_by", "rank"),
            ("sort_by", ["name"]),
            ("selection", ["DEU"]),
            ("selection", [["MEX"]]),
        ],
    )
    def test_a_refused_value_leaves_everything_as_it_was(self, chart: tc.DeficitRanking, name: str, value: Any) -> None:
        chart.selection = ["CAN"]
        before = whole(chart)
        with pytest.raises(tc.DataError, match=name):
            setattr(chart, name, value)
        assert whole(chart) == before

    def test_update_is_all_or_nothing(self, chart: tc.DeficitRanking) -> None:
        before = whole(chart)
        with pytest.raises(tc.DataError, match="top=0"):
            chart.update(headline="New", top=0)
        with pytest.raises(tc.DataError, match="data has no rows"):
            chart.update(headline="New", data=own().head(0))
        assert whole(chart) == before
        chart.update(data=own(exports=[0.0, 0.0, 0.0]), headline="New")
        assert chart.spec["rows"][0]["partner"] == "MEX"
        assert chart.spec["frame"]["headline"] == "New"

    def test_an_unknown_option_is_named_with_what_it_may_mean(self, chart: tc.DeficitRanking) -> None:
        with pytest.raises(TypeError, match=r"DeficitRanking has no option 'hedline'; did you mean 'headline'\?"):
            ranking(hedline="x")
        with pytest.raises(TypeError, match=r"no option 'zzzz'$"):
            chart.update(zzzz=1)

    def test_lists_and_frames_cannot_change_unseen(self) -> None:
        highlight, groups, context = ["MEX"], {"A": ["MEX"]}, shares()
        chart = ranking(highlight=highlight, groups=groups, context=context)
        before = chart.spec
        highlight.append("CAN")
        groups["A"].append("CAN")
        groups["B"] = ["CAN"]
        context["share"] = 0.99
        assert chart.highlight == ("MEX",)
        assert chart.groups["A"] == ("MEX",)
        with pytest.raises(TypeError):
            chart.groups["B"] = ["CAN"]  # type: ignore[index]
        chart.update(byline="")
        assert chart.spec == before

    def test_the_data_cannot_change_unseen(self) -> None:
        data = own()
        chart = ranking(data)
        before = chart.spec
        data["exports"] = 0.0
        chart.byline = ""
        assert chart.spec == before

    def test_the_spec_is_a_copy_and_refuses_assignment(self, chart: tc.DeficitRanking) -> None:
        before = chart.spec
        chart.spec["rows"].clear()
        assert chart.spec == before
        for refused in ({}, {**before, "theme": "dark"}):
            with pytest.raises(tc.DataError, match="spec is made from the data"):
                chart.spec = refused  # type: ignore[assignment]
        assert chart.spec == before

    def test_the_signature_shows_every_option(self) -> None:
        parameters = inspect.signature(tc.DeficitRanking).parameters
        assert list(parameters)[:4] == ["data", "year", "period", "top"]
        assert {"headline", "source", "chart_id", "highlight", "context", "sort_by"} < set(parameters)
        assert parameters["top"].default == 10
        assert set(parameters) == {"data", "sort_by", "selection", *tc.DeficitRanking.options()}


class TestReader:
    def test_choices_are_taken_in_present_and_every_output(self, chart: tc.DeficitRanking, tmp_path: Path) -> None:
        chart.sort_by, chart.selection = "-name", ["CAN", "MEX"]
        assert chart.selection == ("CAN", "MEX")
        assert chart.present()["initial"] == {"sort_by": "-name", "selection": ["CAN", "MEX"]}
        assert chart.spec["initial"] == {"sort_by": "deficit", "selection": []}
        saved = json.loads(chart.save(tmp_path / "x.json").read_text("utf-8"))
        assert saved["initial"] == chart.present()["initial"]
        assert chart.to_html() == tc.from_spec(chart.present()).to_html()
        assert chart.embed("safe") == tc.from_spec(chart.present()).embed("safe")
        assert chart.embed("safe") != tc.from_spec(chart.spec).embed("safe")

    def test_where_it_starts_can_be_given(self) -> None:
        chart = ranking(sort_by="name")
        assert (chart.sort_by, chart.spec["initial"]["sort_by"]) == ("name", "name")
        with pytest.raises(tc.DataError, match="sort_by"):
            ranking(sort_by="context")

    def test_a_start_that_is_gone_does_not_hold_the_chart_back(self) -> None:
        chart = ranking(context=shares(), sort_by="context")
        chart.context = None
        assert chart.sort_by == "deficit"

    def test_choices_outlive_a_redraw_while_there_is_such_a_thing(self, chart: tc.DeficitRanking) -> None:
        chart.context = shares()
        chart.sort_by, chart.selection = "context", ["MEX", "CAN"]
        chart.headline = "New"
        assert (chart.sort_by, chart.selection) == ("context", ("MEX", "CAN"))
        chart.context = None
        assert (chart.sort_by, chart.selection) == ("deficit", ("MEX", "CAN"))
        chart.update(top=1, highlight=())
        assert chart.selection == ()

    def test_the_page_may_change_the_readers_choices_alone(self, chart: tc.DeficitRanking) -> None:
        before = whole(chart)
        chart.set_state({"spec": {}, "headline": "x", "_esm": "x", "sort_by": "rank", "selection": [["MEX"]]})
        chart.set_state({"selection": 3, "sort_by": None})
        assert whole(chart) == before
        chart.set_state({"sort_by": "name", "selection": ["MEX"], "headline": "x"})
        assert (chart.sort_by, chart.selection, chart.headline) == ("name", ("MEX",), "A headline")

    def test_choices_can_be_linked(self, chart: tc.DeficitRanking) -> None:
        other = ranking()
        traitlets.link((chart, "selection"), (other, "selection"))
        other.selection = ["CHN"]
        assert chart.selection == ("CHN",)


class TestFromSpec:
    def test_an_equal_chart(self, case: tuple[str, dict[str, Any]]) -> None:
        _, spec = case
        assert tc.from_spec(spec).spec == spec
        assert tc.from_spec(spec).present() == spec

    def test_from_a_file(self, chart: tc.DeficitRanking, tmp_path: Path) -> None:
        path = chart.save(tmp_path / "x.json")
        assert tc.from_spec(path).spec == tc.from_spec(str(path)).spec == chart.spec
        assert isinstance(tc.from_spec(path), tc.DeficitRanking)

    def test_its_words_can_be_changed(self, chart: tc.DeficitRanking) -> None:
        again = tc.from_spec(chart.spec)
        words = {
            "headline": "New",
            "note": "n",
            "alt": "a",
            "published": "2025-01-02",
            "theme": "dark",
            "chart_id": "x",
            "licence": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        }
        again.update(**words)
        chart.update(**words)
        assert again.spec == chart.spec
        again.published = chart.published = again.licence = chart.licence = None
        assert again.spec == chart.spec

    def test_it_reads_as_what_the_spec_says(self) -> None:
        again = tc.from_spec(ranking(locale="es", headline="h", theme="dark", byline="b").spec)
        assert (again.locale, again.headline, again.theme, again.byline) == ("es", "h", "dark", "b")

    @pytest.mark.parametrize(
        "option", [{"top": 3}, {"highlight": []}, {"labels": {}}, {"locale": "es"}, {"source": "x"}]
    )
    def test_what_needs_the_data_is_refused(self, chart: tc.DeficitRanking, option: dict[str, Any]) -> None:
        again = tc.from_spec(chart.spec)
        with pytest.raises(tc.DataError, match="cannot be changed on a chart made from a spec"):
            again.update(**option)
        assert again.spec == chart.spec

    def test_the_spec_given_is_not_kept(self, chart: tc.DeficitRanking) -> None:
        spec = chart.spec
        again = tc.from_spec(spec)
        spec["rows"].clear()
        again.byline = ""
        assert again.spec == chart.spec

    @pytest.mark.parametrize(
        ("given", "held"),
        [
            ("MEX", ("MEX",)),
            ("Mexiko", ("MEX",)),
            (["mexico", "MEX"], ("MEX",)),
            (["China", "Canadá"], ("CHN", "CAN")),
            (None, ()),
        ],
    )
    def test_rows_are_selected_by_any_spelling(
        self, chart: tc.DeficitRanking, given: Any, held: tuple[str, ...]
    ) -> None:
        chart.selection = given
        assert chart.selection == held
        assert ranking(selection=given).selection == held

    def test_a_row_that_is_not_drawn_is_refused_with_those_that_are(self, chart: tc.DeficitRanking) -> None:
        words = r"selection=\['Peru'\] is not in the chart; choose of the rows drawn: China \(CHN\), Mexico \(MEX\)"
        with pytest.raises(tc.DataError, match=words):
            chart.selection = ["Peru"]
        with pytest.raises(tc.DataError, match=words):
            ranking(selection=["Peru"])

    @pytest.mark.parametrize(
        "state", [{"sort_by": "context", "selection": []}, {"sort_by": "name", "selection": ["DEU"]}]
    )
    def test_a_start_that_is_not_in_the_chart(self, chart: tc.DeficitRanking, state: dict[str, Any]) -> None:
        with pytest.raises(tc.DataError, match="is not in the chart"):
            tc.from_spec({**chart.spec, "initial": state})


@pytest.mark.parametrize("package", [tc, tc.data, tc.measures, tc.readers])
def test_names_that_are_offered_are_the_public_ones(package: Any) -> None:
    assert {name for name in dir(package) if name != "__version__"} == set(package.__all__)
    assert all(hasattr(package, name) for name in dir(package))
