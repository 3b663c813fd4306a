"""The embedded renderer: when it is loaded, and that a spec gives the same bytes in every process, thread and run."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import dukpy
import pytest

import tradecontext as tc
from golden import CASES, golden
from tradecontext.outputs import renderer
from tradecontext.outputs.embed import safe
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parents[1]
DEADLINE = 120
"""Seconds after which a process counts as hung."""

DIGEST = """
import hashlib
import tradecontext as tc
from golden import CASES, golden
from tradecontext.outputs.embed import KINDS
from tradecontext.outputs.page import page, policy
from tradecontext.spec import to_json
digest = hashlib.sha256()
quick = (page, policy, KINDS["component"], KINDS["inline"], KINDS["safe"], lambda spec: tc.from_spec(spec).to_csv(), to_json)
drawn = set()
for case in CASES[::8]:
    spec = golden(case)
    spec["frame"]["url"] = "https://example.org/chart.html"
    # Pictures and frames' heights take longest, and are drawn once a chart.
    for output in quick if spec["chart"] in drawn else (*quick, *KINDS.values()):
        digest.update(output(spec).encode("utf-8"))
    drawn.add(spec["chart"])
chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, compare=2023, highlight=["MEX", "VNM"],
    context=tc.data.us_share_of_imports(), groups={"USMCA": ["CAN", "MEX"], "*": ("Asia", ["CHN", "VNM", "JPN"])},
    annotations=[("CHN", "tariffs")], others=True, total=True, surpluses=3, labels={"deficit": "gap"})
for text in (chart.to_html(), chart.to_csv(), chart.to_json(), chart.embed("safe")):
    digest.update(text.encode("utf-8"))
"""


def run(code: str, **environment: str) -> str:
    """Run Python code in a new process and return what it prints; a hang or an error fails the test."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        check=False,
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path[1:]]), **environment},
        text=True,
        timeout=DEADLINE,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.strip()


@pytest.mark.slow
def test_importing_loads_neither_engine_nor_validator() -> None:
    loaded = run("import sys, tradecontext; print(*sys.modules)").split()
    assert not {"dukpy", "fastjsonschema", "python_calamine", "http.client"} & set(loaded)


@pytest.mark.slow
def test_the_engine_is_loaded_at_the_first_drawing_and_once() -> None:
    said = run("""
import sys
from concurrent.futures import ThreadPoolExecutor
import tradecontext as tc
chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024)
chart.to_csv(), chart.to_json()
assert "dukpy" not in sys.modules, "the engine was loaded before anything was drawn"
import dukpy
made = []
class Counted(dukpy.JSInterpreter):
    def __init__(self):
        made.append(self)
        super().__init__()
dukpy.JSInterpreter = Counted
assert not made
with ThreadPoolExecutor(8) as pool:
    pages = list(pool.map(lambda _: chart.to_html(), range(24)))
    pages += pool.map(lambda _: chart.embed("safe"), range(8))
print(len(made), len(set(pages)))
""")
    assert said == "1 2"


@pytest.mark.slow
def test_what_was_drawn_before_leaves_no_trace() -> None:
    def both(case: str) -> tuple[str, str]:
        spec = golden(case)
        drawn = page(spec), safe(spec)
        assert spec == golden(case), f"drawing changed {case}"
        return drawn

    forwards = {case: both(case) for case in CASES}
    backwards = {case: both(case) for case in reversed(CASES)}
    for case, drawn in forwards.items():
        assert backwards[case] == drawn, case


@pytest.mark.slow
def test_threads_draw_what_one_alone_draws() -> None:
    cases = CASES[::3]
    work = [cases[at % len(cases)] for at in range(8 * 12)]
    alone = {case: page(golden(case)) for case in cases}

    def share(worker: int) -> list[str]:
        return [page(golden(case)) for case in work[worker::8]]

    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(share, range(8)))
    for worker, pages in enumerate(drawn):
        assert pages == [alone[case] for case in work[worker::8]]


@pytest.mark.slow
def test_processes_and_hash_seeds_make_no_difference() -> None:
    digests = {run(DIGEST + "print(digest.hexdigest())", PYTHONHASHSEED=seed) for seed in ("0", "4242")}
    assert len(digests) == 1
    assert all(digests), "nothing was digested"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_child_forked_in_the_middle_of_a_drawing_draws() -> None:
    # The alarm kills a child that hangs, so that a deadlock fails the test.
    expected = hashlib.sha256(page(golden(CASES[0])).encode()).hexdigest()
    said = run("""
import hashlib, itertools, os, signal, threading
from golden import CASES, golden
from tradecontext.outputs.page import page
spec = golden(CASES[0])
stop, drawing = threading.Event(), threading.Event()
def draw():
    # More specs than are kept once they are drawn.
    for case in itertools.cycle(CASES):
        if stop.is_set(): return
        page(golden(case))
        drawing.set()
threads = [threading.Thread(target=draw, daemon=True) for _ in range(3)]
for thread in threads: thread.start()
drawing.wait()
answers = []
for _ in range(12):
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(30)
        text = page(spec)
        os.write(writable, hashlib.sha256(text.encode()).hexdigest().encode())
        os._exit(0)
    os.close(writable)
    with os.fdopen(readable) as pipe:
        answers.append(pipe.read())
    _, status = os.waitpid(child, 0)
    assert status == 0, f"the child ended with {status}"
stop.set()
for thread in threads: thread.join()
print(*set(answers))
""")
    assert said == expected


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_child_forked_while_the_lock_is_held_draws() -> None:
    said = run("""
import os, signal
from golden import CASES, golden
from tradecontext.outputs import renderer
from tradecontext.outputs.page import page
text = page(golden(CASES[0]))
with renderer._lock:
    child = os.fork()
    if child == 0:
        signal.alarm(30)
        os._exit(0 if page(golden(CASES[0])) == text else 3)
    _, status = os.waitpid(child, 0)
print(status)
""")
    assert said == "0"


@pytest.mark.slow
def test_a_missing_front_end_says_how_to_build_it() -> None:
    said = run("""
from pathlib import Path
import tradecontext as tc
from golden import CASES, golden
from tradecontext.outputs import renderer
from tradecontext.outputs.safe import safe
from tradecontext.outputs.page import page
renderer.files = lambda package: Path("no such folder")
spec = golden(CASES[0])
for draw in (lambda: page(spec), lambda: safe(spec), lambda: tc.from_spec(spec)):
    try:
        draw()
    except tc.DataError as error:
        print(error)
""").splitlines()
    assert len(said) == 3
    assert all("make build" in line and "is missing" in line for line in said)


def test_an_unknown_function_of_the_bundle_is_an_error_not_an_empty_page() -> None:
    with pytest.raises(Exception, match="undefined"):
        renderer.draw("drawNothing", "{}")
    assert page(golden(CASES[0])).startswith("<!doctype html>")


@pytest.mark.slow
def test_the_package_says_what_it_has() -> None:
    said = run("""
import tradecontext as tc
tc.data.us_goods_trade, tc.readers.read_census, tc.measures.bilateral, tc.DeficitRanking, tc.from_spec, tc.DataError
print(*sorted(tc.__all__))
""")
    assert said.split() == sorted(tc.__all__)


class BrowserObject:
    """What Pyodide's `run_js` returns: an object of JavaScript, here of QuickJS, whose functions are attributes."""

    def __init__(self, code: str) -> None:
        self._engine = dukpy.JSInterpreter()
        self._engine.evaljs("globalThis.made = (0, eval)(dukpy.bundle);0", bundle=code)

    def __getattr__(self, function: str) -> Callable[..., Any]:
        return lambda *given: self._engine.evaljs(f"made.{function}.apply(null, dukpy.given)", given=given)


def test_in_pyodide_the_browser_s_engine_draws_the_same() -> None:
    def drawn_by(engine: type) -> list[str]:
        renderer._renew()
        made = [draw(golden("deficit_ranking/everything")) for draw in (page, safe)]
        assert type(renderer._engine()) is engine
        return made

    code = ModuleType("pyodide.code")
    code.run_js = BrowserObject  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as browser:
        browser.setitem(sys.modules, "pyodide", ModuleType("pyodide"))
        browser.setitem(sys.modules, "pyodide.code", code)
        browser.setattr(sys, "platform", "emscripten")
        there = drawn_by(renderer._Browser)
    assert drawn_by(renderer._QuickJS) == there
