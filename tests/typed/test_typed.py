"""Editors and type checkers know what a chart takes and what it has, as it is at run time."""

from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest

import tradecontext as tc
from tradecontext.outputs import embed, image
from tradecontext.spec import charts, part, schema
from tradecontext.widget.chart import Chart
from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PYRIGHT = ROOT / "js/node_modules/pyright/index.js"
START = "import tradecontext as tc\n\none = other = tc.DeficitRanking(tc.data.us_goods_trade())\n"
NOT_OF_A_CALL = {"name-defined", "no-redef", "import-not-found"} | {
    f"report{rule}" for rule in ("UndefinedVariable", "MissingImports", "AttributeAccessIssue", "FunctionMemberAccess")
}
"""Errors that say nothing about a call: the host is not installed here, or the program is only a fragment."""

KINDS: list[type[Chart]] = [
    getattr(part(stem, "chart"), schema(stem)["title"].removesuffix("Spec")) for stem in charts()
]

Found = dict[str, dict[int, str]]
"""What a checker refuses, by the name of the file and the line."""


def printed_code() -> Iterator[tuple[str, str]]:
    """Return every program in the texts and the notebook; in the page about hosts each is one of its own."""
    for text in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        blocks = re.findall(r"```python\n(.*?)```", text.read_text("utf-8"), flags=re.DOTALL)
        programs = blocks if text.stem == "hosts" else ["\n".join(blocks)]
        yield from ((f"{text.stem.replace('-', '_')}_{at}", code) for at, code in enumerate(programs))
    cells = json.loads((ROOT / "demo/notebook.ipynb").read_text("utf-8"))["cells"]
    yield "notebook", "\n".join("".join(each["source"]) for each in cells if each["cell_type"] == "code")


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("printed")
    for name, code in printed_code():
        chart = "" if re.search(r"^(?:def )?chart\b[ (]", code, re.MULTILINE) else "chart = one\n"
        (folder / f"{name}.py").write_text(START + chart + code, "utf-8")
    return [HERE / "refused.py", HERE / "accepted.py", ROOT / "demo/demo_charts.py", *sorted(folder.glob("*.py"))]


@pytest.fixture(scope="module", params=["mypy", "pyright"])
def found(request: pytest.FixtureRequest, programs: list[Path]) -> Found:
    by_name: Found = defaultdict(dict)
    for file, line, rule, message in (mypy if request.param == "mypy" else pyright)(programs):
        by_name[Path(file).name][line] = f"{file}:{line}: {message} [{rule}]"
        if rule in NOT_OF_A_CALL and Path(file).parent != HERE:
            del by_name[Path(file).name][line]
    return by_name


def mypy(files: list[Path]) -> Iterator[tuple[str, int, str, str]]:
    options = ["--config-file=pyproject.toml", "--cache-dir=.mypy_cache/typed", "--output=json"]
    # IPython's own classes have no types.
    options += ["--allow-redefinition", "--allow-untyped-defs", "--untyped-calls-exclude=IPython"]
    said = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *map(str, files)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode in {0, 1}, said.stderr
    for each in map(json.loads, said.stdout.splitlines()):
        if each["severity"] == "error":
            yield each["file"], each["line"], each["code"], each["message"]


def pyright(files: list[Path]) -> Iterator[tuple[str, int, str, str]]:
    command = ["node", str(PYRIGHT), "--outputjson", "--pythonpath", sys.executable]
    said = subprocess.run([*command, *map(str, files)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode in {0, 1}, said.stderr
    for each in json.loads(said.stdout)["generalDiagnostics"]:
        if each["severity"] == "error":
            yield each["file"], each["range"]["start"]["line"] + 1, each["rule"], each["message"]


@pytest.mark.slow
def test_what_a_chart_would_refuse_is_refused_and_nothing_else(found: Found) -> None:
    lines = (HERE / "refused.py").read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if line.endswith("# refused")}
    assert marked == set(found.pop("refused.py"))
    assert [said for lines in found.values() for said in lines.values()] == []


def test_a_chart_is_what_its_types_say() -> None:
    """Types of options stand in two places, where a checker looks for them: they are the same."""
    for kind in KINDS:
        types: Any = part(kind.stem, "options")
        of_options, arguments = (getattr(types, f"{kind.__name__}{end}") for end in ("Options", "Arguments"))
        written = {name: each.__forward_arg__ for name, each in arguments.__annotations__.items()}
        assert [*of_options.__annotations__] == [*ChartOptions.__annotations__, *own(kind)]
        assert set(written) == set(inspect.signature(kind).parameters) - {"data"}
        assert set(written) - set(of_options.__annotations__) == set(kind.state_names)
        for name in kind.options():
            where = kind if name in own(kind) else Chart
            # Reading gives the headline in force; assigning is as for other options.
            told = "HeadlineOption" if name == "headline" else f"Option[{written[name]}]"
            assert where.__annotations__[name] == told, name


def own(kind: type[Chart]) -> list[str]:
    return [name for name in kind.options() if name not in Chart.options()]


def test_names_that_are_listed_for_checkers_are_those_there_are() -> None:
    assert get_args(embed.Kind) == tuple(embed.EVERY)
    assert set(get_args(image.Preset)) == {*image.CARDS, "print", "print-colour"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_help_of_a_chart_has_every_option_once(kind: type[Chart]) -> None:
    assert kind.__doc__ is not None
    section = kind.__doc__.partition("\nParameters\n----------\n")[2].partition("\n\n")[0]
    told = [name for names in re.findall(r"^(\w[\w, ]*) : ", section, re.MULTILINE) for name in names.split(", ")]
    assert sorted(told) == sorted(inspect.signature(kind).parameters)
    assert "**options" not in kind.__doc__


def test_a_chart_of_ones_own_has_the_help_that_it_is_given() -> None:
    class Plain(tc.DeficitRanking):
        pass

    class Desk(tc.DeficitRanking):
        """A desk's own.

        Parameters
        ----------
        logo : str
            Always the desk's.
        **options
            The rest.

        Notes
        -----
        None.
        """

    assert Plain.__doc__ is None
    assert Desk.__doc__ is not None
    assert Desk.__doc__.startswith(
        "A desk's own.\n\nParameters\n----------\nlogo : str\n    Always the desk's.\nheadline,"
    )
    assert Desk.__doc__.endswith("than their publisher's next release.\n\nNotes\n-----\nNone.")
    assert Desk.__doc__.count("logo : ") == 1
