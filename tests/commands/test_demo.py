"""The demo that an installed package writes and serves."""

from __future__ import annotations

import html
import re
import threading
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import tradecontext as tc
from tradecontext.commands import demo
from tradecontext.commands.cli import program

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the command writes with --no-serve."""
    folder = tmp_path_factory.mktemp("demo") / "new" / "demo"
    result = CliRunner().invoke(program, ["demo", "--no-serve", "-o", str(folder)])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"Open '{folder}/index.html'; the files of the charts are beside it.\n"
    return folder


def test_every_chart_is_there_with_all_its_files(folder: Path) -> None:
    page = (folder / "index.html").read_text("utf-8")
    links = re.findall(r'<a href="([^"]+)">', page.replace(html.escape("<a"), ""))
    assert {*links, "index.html"} == {path.name for path in folder.iterdir()}
    charts = [tc.from_spec(path) for path in sorted(folder.glob("*.json"))]
    assert {chart.stem for chart in charts} == set(tc.spec.charts())
    assert {path.stem.replace("-", "_") for path in folder.glob("*.json")} == set(tc.spec.charts())
    for chart in charts:
        assert chart.embed("srcdoc") in page


def test_the_code_it_shows_makes_the_chart_it_shows(folder: Path) -> None:
    page = (folder / "index.html").read_text("utf-8")
    codes = re.findall(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)
    made = {}
    for code in codes:
        names: dict[str, Any] = {}
        exec(html.unescape(code), names)
        made[names["chart"].stem.replace("_", "-")] = names["chart"]
    assert {f"{name}.json" for name in made} == {path.name for path in folder.glob("*.json")}
    for name, chart in made.items():
        assert chart.spec == tc.from_spec(folder / f"{name}.json").spec


def test_it_is_served_to_this_machine_at_a_free_port(folder: Path) -> None:
    with demo.server(folder, 0) as first, demo.server(folder, first.server_port) as second:
        assert first.server_port != second.server_port
        assert second.server_address[0] == "127.0.0.1"
        thread = threading.Thread(target=second.serve_forever)
        thread.start()
        with urllib.request.urlopen(f"http://127.0.0.1:{second.server_port}/", timeout=60) as answer:
            assert answer.read() == (folder / "index.html").read_bytes()
        second.shutdown()
        thread.join()


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("a file", "utf-8")
    result = CliRunner().invoke(program, ["demo", "--no-serve", "-o", str(tmp_path / "demo")])
    assert result.exit_code == 2
    assert f"Error: cannot make the folder '{tmp_path}/demo': File exists" in result.stderr
