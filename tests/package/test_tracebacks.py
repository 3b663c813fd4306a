"""Errors as a person sees them: the message in a notebook, a traceback that ends at the author's line in a script."""

from __future__ import annotations

import concurrent.futures
import multiprocessing
import os
import pickle
import re
import subprocess
import sys
import traceback
import warnings
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets import TraitError

import tradecontext as tc
from frames import own, ranking
from tradecontext.widget import misspelt

pytestmark = pytest.mark.slow

START = "import tradecontext as tc\ntrade = tc.data.us_goods_trade()\nchart = tc.DeficitRanking(trade, year=2024)\n"

#: Code of an author, and the error that it raises.
WRITTEN = {
    "tc.DeficitRanking(trade, year=1999)": "DataError: year=1999: the data has no row for 1999",
    "tc.DeficitRanking()": "UnknownOptionError: DeficitRanking draws a table",
    "tc.DeficitRanking(trade, 2024)": "UnknownOptionError: DeficitRanking takes one table, and options by name",
    "tc.DeficitRanking(trade, yaer=2024)": "UnknownOptionError: DeficitRanking has no option 'yaer'; did you mean 'year'?",
    "tc.AdjustedBalance(3)": "DataError: data has to be a data frame",
    "chart.top = 0": "DataError: top=0 has to be a whole number of rows",
    "chart.sort_by = 'rank'": "DataError: sort_by='rank' is not in the chart",
    "chart.title = 'x'": "UnknownAttributeError: DeficitRanking has no option 'title'; did you mean 'headline'?",
    "chart.spec = {}": "DataError: spec is made from the data",
    "chart.layout = 3": "TraitError: The 'layout' trait",
    "chart.update(top=0)": "DataError: top=0 has to be",
    "chart.update(titel='x')": "UnknownOptionError: DeficitRanking has no option 'titel'",
    "chart.save('x.zip')": "DataError: cannot write 'x.zip'",
    "chart.save('/nowhere/x.html')": "DataError: cannot write '/nowhere/x.html'",
    "chart.embed('ifram')": "DataError: there is no embed called 'ifram'",
    "chart.embed()": "DataError: say which snippet; choose one of",
    "chart.to_png(width=3)": "DataError: width",
    "chart.to_png(with_=3)": "TypeError: ",
    "tc.from_spec({})": "DataError: spec field chart",
    "tc.from_spec('nowhere.json')": "DataError: cannot read the spec 'nowhere.json'",
    "tc.DeficitRanking.from_spec({})": "DataError: ",
    "tc.data.us_goods_trade('1999')": "DataError: ",
    "tc.readers.read_census('nowhere.json')": "DataError: cannot read ",
    "tc.readers.read_wits('nowhere.csv')": "DataError: ",
    "tc.measures.bilateral(3)": "DataError: data has to be a data frame",
    "tc.measures.MRIO([[1]], [[1]], [3], ['MEX'], ['D01'])": "DataError: ",
    "trade.pipe(tc.InputReliance, top=0)": "DataError: ",
}


@pytest.fixture(autouse=True)
def as_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRADECONTEXT_TRACEBACK", raising=False)


@pytest.fixture(scope="module")
def shell() -> InteractiveShell:
    return InteractiveShell()


def cell(shell: InteractiveShell, code: str) -> str:
    """Run a notebook cell, and return its output."""
    with capture_output() as seen:
        shell.run_cell(code)
    return re.sub(r"\x1b\[[\d;]*m", "", seen.stdout + seen.stderr)


def script(tmp_path: Path, code: str, **environment: str) -> str:
    """Run a script, and return what a terminal shows."""
    (tmp_path / "chart.py").write_text(code, "utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "chart.py"],
        cwd=tmp_path,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    return done.stderr


@pytest.mark.parametrize("code", WRITTEN)
def test_a_notebook_shows_the_message_alone(shell: InteractiveShell, code: str) -> None:
    shown = cell(shell, START + code)
    assert shown.startswith(WRITTEN[code])
    # Several faults have one line each.
    assert all(line.startswith("- ") for line in shown.splitlines()[1:])


@pytest.mark.parametrize("code", WRITTEN)
def test_a_traceback_ends_at_the_authors_line(code: str) -> None:
    there: dict[str, object] = {}
    exec(START, there)
    with pytest.raises((tc.DataError, TypeError, AttributeError, TraitError)) as refusal:
        exec(compile(code, "author.py", "exec"), there)
    lines = traceback.format_exception(refusal.value)
    assert WRITTEN[code] in lines[-1]
    frames = traceback.extract_tb(refusal.value.__traceback__)
    files = [Path(frame.filename).parts for frame in frames[1:]]
    assert files[0] == ("author.py",)
    # If pandas calls the package for the author, pandas's frames are in the traceback too.
    assert len(files) == 1 or ("pipe" in code and not [each for each in files if "tradecontext" in each])
    assert not [line for line in lines if "another exception" in line or "direct cause" in line]


@pytest.mark.slow
def test_a_script_as_a_terminal_shows_it(tmp_path: Path) -> None:
    shown = script(tmp_path, START + "\ndef make():\n    chart.peroid = 3\n\nmake()\n")
    assert [line for line in shown.splitlines() if "File" in line] == [
        f'  File "{tmp_path}/chart.py", line 8, in <module>',
        f'  File "{tmp_path}/chart.py", line 6, in make',
    ]
    assert shown.splitlines()[-1].startswith("tradecontext.errors.UnknownAttributeError: DeficitRanking has no option ")


@pytest.mark.slow
def test_a_switch_leaves_everything_in(
    shell: InteractiveShell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = script(tmp_path, START + "chart.top = 0", TRADECONTEXT_TRACEBACK="1")
    assert "tradecontext/widget/chart.py" in whole
    assert "traitlets" in whole
    assert "tradecontext/widget/chart.py" not in script(tmp_path, START + "chart.top = 0", TRADECONTEXT_TRACEBACK="0")
    monkeypatch.setenv("TRADECONTEXT_TRACEBACK", "1")
    assert "tradecontext/widget/chart.py" in cell(shell, START + "chart.top = 0")


def test_a_notebook_names_the_authors_function_and_file(shell: InteractiveShell, tmp_path: Path) -> None:
    shown = cell(shell, START + "def make():\n    chart.top = 0\n\nmake()")
    assert [line.partition(" has to")[0] for line in shown.splitlines()] == ["DataError: top=0", "  in make"]
    (tmp_path / "desk.py").write_text("def make(chart):\n    chart.top = 0\n", "utf-8")
    shown = cell(shell, START + f"import sys; sys.path.insert(0, {str(tmp_path)!r})\nimport desk\ndesk.make(chart)")
    assert shown.splitlines()[1] == f"  in make, line 2 of '{tmp_path}/desk.py'"


def handling() -> None:
    try:
        raise KeyError("the author's")  # noqa: TRY301
    except KeyError:
        tc.from_spec("nowhere.json")


def test_what_the_author_was_handling_is_told_and_what_the_package_was_is_not() -> None:
    with pytest.raises(tc.DataError) as refusal:
        handling()
    assert repr(refusal.value.__context__) == 'KeyError("the author\'s")'
    assert refusal.value.__cause__ is None
    with pytest.raises(tc.DataError) as refusal:
        ranking(published="soon")
    assert refusal.value.__context__ is None


def test_what_an_author_wrote_between_stays() -> None:
    chart = ranking()

    def watching(_: object) -> None:
        chart.top = 0

    chart.observe(watching, "headline")
    with pytest.raises(tc.DataError) as refusal:
        chart.headline = "New"
    names = [frame.name for frame in traceback.extract_tb(refusal.value.__traceback__)]
    assert names == ["test_what_an_author_wrote_between_stays", "watching"]


def test_a_fault_of_the_package_keeps_its_whole_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise TypeError("a fault")

    monkeypatch.setattr(misspelt, "refusal", faulty)
    with pytest.raises(TypeError, match="a fault") as fault:
        ranking(hedline="x")
    assert len(traceback.extract_tb(fault.value.__traceback__)) > 3
    assert not hasattr(fault.value, "_render_traceback_")


@pytest.mark.slow
def test_an_error_can_be_sent_to_another_process() -> None:
    with pytest.raises(tc.DataError) as refusal:
        ranking(top=0)
    again = pickle.loads(pickle.dumps(refusal.value))
    assert (type(again), str(again)) == (tc.DataError, str(refusal.value))
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        with pytest.raises(tc.DataError, match="cannot read"):
            pool.submit(tc.readers.read_census, "nowhere.json").result()
        with pytest.raises(TypeError, match="did you mean 'year'"):
            pool.submit(tc.DeficitRanking, own(), yaer=2024).result()


@pytest.mark.parametrize(
    "code", ["tc.DeficitRanking(trade, year=2024, headline='x' * 99)", "chart.headline = 'x' * 99"]
)
def test_a_warning_points_at_the_authors_line(code: str) -> None:
    there: dict[str, object] = {}
    exec(START, there)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        exec(compile(f"\n\n{code}", "author.py", "exec"), there)
    assert [(each.filename, each.lineno) for each in told] == [("author.py", 3)]
