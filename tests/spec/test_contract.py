"""The contract: specs are validated against their schema, whoever wrote them."""

from __future__ import annotations

import copy
import json
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import tradecontext as tc
from golden import CASES, CHARTS, golden
from tradecontext import spec as contract
from tradecontext.outputs.load import chart_class
from tradecontext.spec import folders

ROOT = Path(__file__).parents[2]
RICH = "deficit_ranking/everything"
Place = tuple[str | int, ...]


def changed(place: Place, value: Any) -> dict[str, Any]:
    """Return the richest golden spec with one field set or, if the value is DROP, removed."""
    spec = golden(RICH)
    at: Any = spec
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = value
    if value is DROP:
        del at[place[-1]]
    return spec


DROP = object()
DEEP: Any = []
for _ in range(2000):
    DEEP = [DEEP]


def test_golden_specs_hold(case: tuple[str, dict[str, Any]]) -> None:
    name, spec = case
    before = copy.deepcopy(spec)
    held: Any = contract.validate(spec)
    assert held is spec
    assert spec == before
    assert spec["chart"] == name.partition("/")[0]
    assert contract.migrate(spec) == spec
    assert json.loads(contract.to_json(spec)) == spec
    assert json.loads(contract.to_inline_json(spec)) == spec


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("rows",), DROP, "the spec has no field 'rows'"),
        (("frame", "headline"), DROP, "spec field frame has no field 'headline'"),
        (("surprise",), 1, "the spec has a field 'surprise'"),
        (("frame", "html"), "<b>", "spec field frame has a field 'html'"),
        (("rows", 0, "onclick"), "x", r"spec field rows\[0\] has a field 'onclick'"),
        (("locale", "words", "greeting"), "x", "spec field locale.words"),
        (("year",), "2024", "spec field year is '2024'; it has to be integer"),
        (("year",), 2024.5, "spec field year is 2024.5; it has to be integer"),
        (("year",), True, "spec field year"),
        (("rows", 1, "deficit"), "1", r"spec field rows\[1\].deficit"),
        (("rows", 1, "deficit"), None, r"spec field rows\[1\].deficit"),
        (("rows", 1, "deficit"), float("nan"), r"spec field rows\[1\].deficit is nan"),
        (("rows", 1, "deficit"), float("-inf"), r"spec field rows\[1\].deficit is -inf"),
        (("rows", 1, "deficit"), 10**400, r"spec field rows\[1\].deficit is 1000.*finite"),
        pytest.param(("rows", 1, "deficit"), 10**5000, r"spec field rows\[1\].deficit is a very large", id="digits"),
        (("rows", 0, "compare", "deficit"), 1e301, r"spec field rows\[0\].compare.deficit is 1e\+301"),
        (("columns", "context", "max"), 0, "spec field columns.context.max"),
        (("rows", 0, "role"), "boss", "spec field rows.*role is 'boss'; it has to be \"partner\""),
        (("theme",), "neon", 'spec field theme is .neon.; it has to be "auto" or'),
        (("currency",), "USD\n", r"spec field currency is 'USD\\n'"),
        (("chart_id",), "a b", "spec field chart_id is 'a b'"),
        (("locale", "tag"), 'en" onload="x', "spec field locale.tag"),
        (("frame", "published"), "1 May", "spec field frame.published"),
        (("frame", "headline"), "x" * 2001, "spec field frame.headline is too long: 2001, at most 2000"),
        (("frame", "headline"), "a\u202eb", r"spec field frame.headline is 'a\\u202eb'"),
        (("frame", "headline"), "a\nb", r"spec field frame.headline is 'a\\nb'"),
        (("frame", "headline"), "ab\n", r"spec field frame.headline is 'ab\\n'"),
        (("frame", "headline"), "a\u2028b", r"spec field frame.headline is 'a\\u2028b'"),
        (("frame", "headline"), "a\ud800", r"spec field frame.headline is 'a\\ud800'"),
        (("rows", 0, "name"), "", r"spec field rows\[0\].name"),
        (("rows", 0, "name"), "a\u2067b", r"spec field rows\[0\].name"),
        (("frame", "sources"), [], "spec field frame.sources"),
        (("frame", "sources", 0, "url"), "javascript:alert(1)", r"spec field frame.sources\[0\].url"),
        (("frame", "sources", 0, "url"), "https://a.org/\n", r"spec field frame.sources\[0\].url"),
        (("frame", "sources", 0, "url"), "https://a.org/\u202e", r"spec field frame.sources\[0\].url"),
        (("frame", "sources", 0, "url"), "https://a.org/\ud800", r"spec field frame.sources\[0\].url"),
        (("frame", "sources", 0, "url"), "https://a.org/'x", r"spec field frame.sources\[0\].url"),
        (("frame", "logo"), {"src": "https://a.org/x.png", "alt": ""}, "spec field frame.logo.src"),
        (("frame", "logo"), {"src": "data:text/html;base64,AAAA", "alt": ""}, "spec field frame.logo.src"),
        (("frame", "note"), DEEP, "nested at most 12 levels"),
        (("rows",), [{}] * 1001, "spec field rows is too long: 1001, at most 1000|has no field"),
        (("frame", "notes"), ("a",), "spec field frame.notes is a tuple, which JSON does not have"),
        (("frame", 3), "x", "spec field frame has a field called 3"),
        (("initial", "sort_by"), "rank", "spec field initial.sort_by"),
        (("initial", "selection"), ["MEX", "MEX"], "spec field initial.selection"),
        (
            ("chart",),
            "pie",
            "spec field chart is 'pie'; this package draws adjusted_balance, balance_over_time, comparative_advantage, deficit_ranking, input_reliance",
        ),
        (("chart",), ["deficit_ranking"], "spec field chart"),
        (("chart",), DROP, "spec field chart is None"),
        (("version",), 2, "spec field version is 2; .*install a newer tradecontext"),
        (("version",), 0, "spec field version is 0; this package draws version 1"),
        (("version",), True, "spec field version is True"),
        (("version",), 1.5, "spec field version is 1.5"),
        (("rows", 1, "partner"), "CHN", r"rows\[1\].partner is 'CHN' a second time"),
        (("version",), DROP, "spec field version is None"),
    ],
)
def test_what_does_not_hold_is_refused_by_name(place: Place, value: Any, words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        tc.from_spec(changed(place, value))


@pytest.mark.parametrize("source", [None, 3, [], [1], b"{}", {}, {1: 2}, {"chart": {}}, "", "no\0file", "missing.json"])
def test_what_is_no_spec_at_all(source: Any) -> None:
    with pytest.raises(tc.DataError, match="spec"):
        tc.from_spec(source)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not JSON .line 1, column 1"),
        (b'{"chart": ', "is not JSON"),
        (b"[1, 2]", "a spec is a JSON object, not list"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"year": ' + b"9" * 5000 + b"}", "number too long"),
        (b'{"chart": "deficit_ranking", "year": NaN}', "spec field year is nan"),
        (b" " * 20_000_001, "more than 20,000,000 bytes"),
    ],
    # Pytest would make each name of the whole content.
    ids=["empty", "cut off", "a list", "not text", "nested", "long number", "NaN", "too long"],
)
def test_a_file_that_is_no_spec(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(tc.DataError, match=words):
        tc.from_spec(path)


def test_a_fault_in_a_file_names_the_whole_path(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 100 + "\x1b[31m\u202e.json")
    path.write_text(contract.to_json({**golden(RICH), "year": "2024"}), "utf-8")
    with pytest.raises(tc.DataError, match=r"x{100}\\x1b\[31m\\u202e\.json': spec field year is '2024'"):
        tc.from_spec(path)


def test_a_file_without_an_end_is_read_no_further_than_a_spec_can_go() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("needs a device that never ends")
    with pytest.raises(tc.DataError, match="more than 20,000,000 bytes"):
        tc.from_spec(endless)


def test_a_spec_saved_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(contract.to_json(golden(RICH)), "utf-8-sig")
    assert tc.from_spec(path).spec == golden(RICH)


class TestMigration:
    @pytest.fixture
    def steps(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def renamed(spec: dict[str, Any]) -> dict[str, Any]:
            return {**spec, "version": 0, "year": spec["jahr"]}

        def dropped(spec: dict[str, Any]) -> dict[str, Any]:
            return {**{key: value for key, value in spec.items() if key != "jahr"}, "version": 1}

        own = ModuleType("tradecontext.charts.deficit_ranking.migrations")
        own.__spec__ = ModuleSpec(own.__name__, None)
        vars(own)["STEPS"] = {-1: renamed, 0: dropped}
        monkeypatch.setitem(sys.modules, own.__name__, own)

    @pytest.mark.usefixtures("steps")
    def test_one_step_at_a_time(self) -> None:
        now = golden(RICH)
        old = {**{key: value for key, value in now.items() if key != "year"}, "version": -1, "jahr": now["year"]}
        before = copy.deepcopy(old)
        assert tc.from_spec(old).spec == now
        assert old == before
        assert tc.from_spec({**now, "version": 0}).spec == now

    @pytest.mark.usefixtures("steps")
    def test_the_result_is_held_to_the_schema(self) -> None:
        with pytest.raises(tc.DataError, match="surprise"):
            tc.from_spec({**golden(RICH), "version": 0, "surprise": 1})

    @pytest.mark.usefixtures("steps")
    def test_an_old_spec_that_lacks_what_a_step_needs(self) -> None:
        with pytest.raises(tc.DataError, match="does not hold to version -1 of its schema: KeyError"):
            tc.from_spec({"chart": "deficit_ranking", "version": -1})


def test_inline_json_cannot_end_its_element() -> None:
    spec = golden("deficit_ranking/hostile")
    spec["frame"]["note"] = "</script><!-- ]]> & <script>"
    text = contract.to_inline_json(spec)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == spec
    assert contract.to_inline_json({"a": "\u2028\u2029"}) == '{"a":"\\u2028\\u2029"}'


def test_same_spec_same_text() -> None:
    assert contract.to_json(golden(RICH)) == contract.to_json(golden(RICH))


def test_every_chart_has_all_its_sides() -> None:
    package, scripts = ROOT / "src/tradecontext", ROOT / "js/src/charts"
    stems = set(contract.charts())
    assert stems == {path.parent.name for path in (package / "charts").glob("*/chart.py")}
    assert stems == {path.parent.name for path in scripts.glob("*/layout.ts")}
    assert stems == {path.parent.name for path in scripts.glob("*/style.css")}
    assert stems == {path.name for path in CHARTS.iterdir() if (path / "specs.json").exists()}
    assert stems == {case.partition("/")[0] for case in CASES}
    pages = {path.stem.removeprefix("page-") for path in (package / "static").glob("page-*.js")}
    views = {f"{path.parents[1].name}-{path.stem}" for path in scripts.glob("*/views/*.ts")}
    assert pages == stems | views
    for stem in stems:
        chart = chart_class(stem)
        assert chart.stem == stem
        assert getattr(tc, chart.__name__) is chart
        assert contract.schema(stem)["properties"]["chart"] == {"const": stem}


def test_a_chart_that_does_not_exist() -> None:
    with pytest.raises(tc.DataError, match=f"no chart is called 'pie'; there are {', '.join(contract.charts())}"):
        chart_class("pie")


def test_a_chart_without_its_schema_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "charts" / "unfinished"
    own.mkdir(parents=True)
    (own / "chart.py").touch()
    monkeypatch.setattr(folders, "files", lambda _package: tmp_path)
    folders._charts.cache_clear()
    try:
        for find in (folders.charts, lambda: folders.schema("unfinished")):
            with pytest.raises(tc.DataError, match=r"unfinished/schema\.json is missing; write the schema"):
                find()
    finally:
        folders._charts.cache_clear()
