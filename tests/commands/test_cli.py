"""The command line: its files, its messages to a person, and its exit codes."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

import tradecontext as tc
from golden import golden, golden_file, golden_folder
from tradecontext.commands.cli import program
from tradecontext.outputs.embed import EVERY, embed
from tradecontext.outputs.formats import FORMATS, Format

if TYPE_CHECKING:
    from collections.abc import Callable

PLAIN = golden_file("deficit_ranking/plain")


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(program, [str(each) for each in arguments], prog_name="tradecontext")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def put(path: Path, **changes: Any) -> Path:
    """Write the plain spec, or one with other fields, into a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**golden("deficit_ranking/plain"), **changes}), "utf-8")
    return path


def files(folder: Path) -> list[str]:
    """Return every file under a folder, including temporary files of an unfinished write."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


class TestRender:
    def test_names_come_from_the_spec_and_content_is_what_a_chart_saves(self, tmp_path: Path) -> None:
        spec, out = put(tmp_path / "a.b.json"), tmp_path / "new" / "out"
        result = run("render", spec, "-o", out, "--as", "html, csv,json,svg,safe,png,html")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "6 files written\n", "")
        assert files(out) == ["a.b.csv", "a.b.html", "a.b.json", "a.b.png", "a.b.safe.html", "a.b.svg"]
        chart = tc.from_spec(spec)
        for suffix in (".csv", ".html", ".json", ".svg", ".png"):
            assert (out / f"a.b{suffix}").read_bytes() == chart.save(tmp_path / f"saved{suffix}").read_bytes()
        assert (out / "a.b.safe.html").read_text("utf-8") == chart.embed("safe")

    def test_every_kind_of_snippet_is_an_output(self) -> None:
        spec = {**golden("deficit_ranking/plain")}
        spec["frame"] = {**spec["frame"], "url": "https://example.org/x.html"}
        assert {kind: FORMATS[kind].make(spec) for kind in EVERY} == {kind: embed(spec, kind) for kind in EVERY}
        assert len({each.suffix for each in FORMATS.values()}) == len(FORMATS)

    def test_what_is_not_said_is_a_page_in_this_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        put(tmp_path / "a.json")
        monkeypatch.chdir(tmp_path)
        assert run("render", "a.json").exit_code == 0
        assert files(tmp_path) == ["a.html", "a.json"]

    def test_folders_keep_theirs_and_pass_over_what_is_hidden_or_written(self, tmp_path: Path) -> None:
        charts = tmp_path / "charts"
        for name in ("2024/a.json", "2025/a.JSON", ".trash/b.json", ".c.json", "out/d.json", "e.txt"):
            put(charts / name)
        assert run("render", charts, "-o", charts / "out").exit_code == 0
        assert files(charts / "out") == ["2024/a.html", "2025/a.html", "d.json"]

    def test_patterns_that_a_shell_left(self, tmp_path: Path) -> None:
        for name in ("a1.json", "a2.json", "b.json", "[x].json"):
            put(tmp_path / name)
        result = run("render", tmp_path / "a?.json", tmp_path / "[x].json", tmp_path / "z*", "-o", tmp_path / "out")
        assert files(tmp_path / "out") == ["[x].html", "a1.html", "a2.html"]
        assert result.exit_code == 1
        assert result.stderr == f"no file matches '{tmp_path}/z*'\n"
        assert result.stdout == "3 files written, 1 spec failed\n"

    def test_a_spec_named_twice_is_drawn_once(self, tmp_path: Path) -> None:
        spec = put(tmp_path / "charts/a.json")
        result = run("render", spec, tmp_path / "charts/../charts/a.json", tmp_path / "charts", "-o", tmp_path / "out")
        assert (result.exit_code, result.stdout) == (0, "1 file written\n")

    def test_one_that_fails_is_named_with_its_field_and_the_others_go_on(self, tmp_path: Path) -> None:
        put(tmp_path / "a.json")
        put(tmp_path / "b.json", year="2024")
        put(tmp_path / "c.json")
        (tmp_path / "d.json").write_text("{", "utf-8")
        (tmp_path / "e.json").write_bytes(b" " * 20_000_001)
        result = run("render", tmp_path, tmp_path / "none.json", "-o", tmp_path / "out")
        assert result.exit_code == 1
        assert files(tmp_path / "out") == ["a.html", "c.html"]
        assert result.stdout == "2 files written, 4 specs failed\n"
        assert result.stderr.splitlines() == [
            f"'{tmp_path}/b.json': spec field year is '2024'; it has to be integer",
            f"'{tmp_path}/d.json' is not JSON (line 1, column 2: Expecting property name enclosed in double quotes)",
            f"'{tmp_path}/e.json' has more than 20,000,000 bytes; that is no spec",
            f"cannot read the spec '{tmp_path}/none.json': No such file or directory",
        ]

    def test_a_chart_is_written_in_all_its_formats_or_in_none(self, tmp_path: Path) -> None:
        rows = [{**row, "name": "中国"} for row in golden("deficit_ranking/plain")["rows"]]
        put(tmp_path / "a.json", rows=rows)
        result = run("render", tmp_path, "-o", tmp_path / "out", "--as", "html,png")
        assert result.exit_code == 1
        assert f"'{tmp_path}/a.json' as png: Inter, the font of pictures, has no 中" in result.stderr
        assert not (tmp_path / "out").exists()

    def test_a_fault_of_our_own_stops_no_other_chart(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(_: object) -> str:
            raise ZeroDivisionError("division\x1b[2J by zero")

        monkeypatch.setitem(FORMATS, "broken", Format(".x", broken))
        put(tmp_path / "a.json")
        result = run("render", tmp_path, "-o", tmp_path / "out", "--as", "broken")
        assert result.exit_code == 1
        assert "please report it: 'ZeroDivisionError" in result.stderr
        assert "\x1b" not in result.stderr

    @pytest.mark.parametrize(
        ("names", "formats", "words"),
        [
            (["x/a.json", "y/a.json"], "html", "would both be written to '{out}/a.html'; rename one"),
            (["x/a.json", "y/A.json"], "html", "would both be written to"),
            (["x/\u00e9.json", "y/e\u0301.json"], "html", "would both be written to"),
            (["x/a.json", "y/a.safe.json"], "html,safe", "would both be written to '{out}/a.safe.html'"),
            (["out/a.json"], "json", "'{out}/a.json' would be written over, and it is a spec; choose another folder"),
            (["out/A.JSON"], "json", "'{out}/A.json' would be written over, and it is a spec; choose another folder"),
            (["x/a.json"], "html,gif", "there is no output called 'gif'; choose from html, svg, png"),
        ],
    )
    def test_what_cannot_go_well_is_refused_before_anything_is_written(
        self, tmp_path: Path, names: list[str], formats: str, words: str
    ) -> None:
        specs = [put(tmp_path / name) for name in names]
        before = files(tmp_path)
        result = run("render", put(tmp_path / "first.json"), *specs, "-o", tmp_path / "out", "--as", formats)
        assert result.exit_code == 2
        assert words.format(out=tmp_path / "out") in result.stderr
        assert files(tmp_path) == sorted([*before, "first.json"])

    def test_what_does_not_change_is_not_touched(self, tmp_path: Path) -> None:
        put(tmp_path / "a.json")
        put(tmp_path / "b.json")
        command = ("render", tmp_path / "a.json", tmp_path / "b.json", "-o", tmp_path / "out", "--as", "html,png")
        assert run(*command).stdout == "4 files written\n"
        before = {path: path.stat() for path in (tmp_path / "out").iterdir()}
        put(tmp_path / "b.json", year=2023)
        # The picture shows no year, but carries the spec.
        assert run(*command).stdout == "2 files written, 2 left as they were\n"
        for path, was in before.items():
            same = (path.stat().st_mtime_ns, path.stat().st_ino) == (was.st_mtime_ns, was.st_ino)
            assert same == (path.stem != "b")

    @pytest.mark.parametrize("name", ["a\nb", "\x1b[31mred", "\u202egnp", "-o", "<img src=x>", "é", "%s{0}", "$(id)"])
    def test_hostile_names(self, tmp_path: Path, name: str) -> None:
        good, bad = put(tmp_path / "good" / f"{name}.json"), put(tmp_path / "bad" / f"{name}.json", year=0)
        result = run("render", "--as", "html,safe", "-o", tmp_path / "out", "--", good.parent, bad.parent)
        # The same name again, but from another folder.
        assert result.exit_code == 2
        result = run("render", "--as", "html,safe", "-o", tmp_path / "out", "--", good.parent)
        assert files(tmp_path / "out") == sorted([f"{name}.html", f"{name}.safe.html"])
        result = run("render", "-o", tmp_path / "out", "--", bad)
        assert "spec field year" in result.stderr
        assert (result.stderr + result.stdout).replace("\n", "").isprintable()
        assert len(result.stderr.splitlines()) == 1

    def test_names_that_no_file_can_have(self, tmp_path: Path) -> None:
        result = run("render", "x" * 5000, tmp_path / ("y" * 245 + ".json"), "-o", tmp_path)
        assert [line.partition(" '")[0] for line in result.stderr.splitlines()] == [
            "cannot read",
            "cannot read the spec",
        ]
        put(tmp_path / ("y" * 250 + ".json"))
        result = run("render", tmp_path, "-o", tmp_path / "out", "--as", "html,social")
        assert "File name too long" in result.stderr
        assert not files(tmp_path / "out")
        assert run("render", tmp_path, "-o", tmp_path / "out").exit_code == 0

    def test_a_name_that_is_no_text(self, tmp_path: Path) -> None:
        try:
            bad = put(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json")), year=0)
        except OSError:
            pytest.skip("names are text on this system")
        result = run("render", tmp_path, "-o", tmp_path / "out")
        assert r"\udcff.json': spec field year" in result.stderr
        put(bad)
        assert run("render", tmp_path, "-o", tmp_path / "out").exit_code == 0

    def test_a_folder_that_cannot_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        put(tmp_path / "a.json")
        (tmp_path / "locked").mkdir()
        (tmp_path / "empty").mkdir()
        scan = os.scandir

        def locked(path: Any) -> Any:
            if Path(path).name == "locked":
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return scan(path)

        monkeypatch.setattr(os, "scandir", locked)
        result = run("render", tmp_path / "locked", tmp_path / "empty", tmp_path / "a.json", "-o", tmp_path / "out")
        assert result.stderr.splitlines() == [
            f"cannot read the folder '{tmp_path}/locked': Permission denied",
            f"the folder '{tmp_path}/empty' has no .json file",
        ]
        assert files(tmp_path / "out") == ["a.html"]

    @pytest.mark.parametrize(
        "make", [lambda path: path.write_text("x"), lambda path: (path / "a.html").mkdir(parents=True)]
    )
    def test_a_place_that_cannot_be_written_to(self, tmp_path: Path, make: Callable[[Path], object]) -> None:
        make(tmp_path / "out")
        result = run("render", put(tmp_path / "a.json"), "-o", tmp_path / "out")
        assert result.exit_code == 1
        assert f"'{tmp_path}/a.json': cannot " in result.stderr
        assert [name for name in files(tmp_path) if name not in {"a.json", "out"}] == []


class TestEmbed:
    @pytest.mark.parametrize("kind", ["safe", "srcdoc"])
    def test_it_prints_what_the_chart_gives(self, kind: str) -> None:
        assert run("embed", PLAIN, kind).stdout == tc.from_spec(PLAIN).embed(kind)

    def test_an_address_is_held_to_the_same_rules(self) -> None:
        result = run("embed", PLAIN, "iframe", "--url", "javascript:alert(1)")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "only http:// and https://" in result.stderr
        url = "https://example.org/a"
        assert run("embed", PLAIN, "iframe", "--url", url).stdout == tc.from_spec(PLAIN).embed("iframe", url)

    def test_what_there_is_none_of(self, tmp_path: Path) -> None:
        assert "'pdf' is not one of " in run("embed", PLAIN, "pdf").stderr
        result = run("embed", put(tmp_path / "a.json", rows=[{}]), "safe")
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"- '{tmp_path}/a.json': spec field rows[0] has no field 'partner', which it needs" in result.stderr


class TestValidate:
    def test_every_fault_with_its_file_and_field(self, tmp_path: Path) -> None:
        spec = golden("input_reliance/plain")
        del spec["frame"]["alt"], spec["frame"]["note"]
        spec["frame"]["html"] = "<b>"
        spec["rows"][3]["name"] = "a\x1b[2J"
        spec["rows"][5]["shares"][0] = "12%"
        (tmp_path / "a.json").write_text(json.dumps(spec), "utf-8")
        put(tmp_path / "b.json")
        (tmp_path / "c.json").write_bytes(b"\xff")
        result = run("validate", tmp_path)
        assert result.exit_code == 1
        *faults, last = result.stdout.splitlines()
        start = f"'{tmp_path}/a.json': spec field "
        assert sorted(fault.removeprefix(start).partition(";")[0].partition(" (")[0] for fault in faults) == [
            "frame has a field 'html' that its schema does not know",
            "frame has no field 'alt', which it needs",
            "frame has no field 'note', which it needs",
            "rows[3].name is 'a\\x1b[2J'",
            "rows[5].shares[0] is '12%'",
        ]
        assert last == f"'{tmp_path}/c.json' is not UTF-8 text; a spec is a JSON file"
        assert result.stderr == "1 spec valid, 2 not\n"

    def test_every_fault_that_a_schema_cannot_see(self, tmp_path: Path) -> None:
        spec = golden("input_reliance/plain")
        spec["rows"][1]["partner"] = spec["rows"][2]["partner"] = spec["rows"][0]["partner"]
        spec["rows"][4]["shares"].pop()
        (tmp_path / "a.json").write_text(json.dumps(spec), "utf-8")
        found = run("validate", tmp_path / "a.json").stdout
        assert [line.partition("spec field ")[2].split(" ")[0] for line in found.splitlines()] == [
            "rows[1].partner",
            "rows[2].partner",
            "rows[4].shares",
        ]

    def test_all_golden_specs(self) -> None:
        result = run("validate", golden_folder())
        assert (result.exit_code, result.stdout) == (0, "")

    def test_nothing_to_look_at(self, tmp_path: Path) -> None:
        result = run("validate", tmp_path, tmp_path / "*.json")
        assert result.exit_code == 1
        assert result.stdout.splitlines() == [
            f"the folder '{tmp_path}' has no .json file",
            f"no file matches '{tmp_path}/*.json'",
        ]
