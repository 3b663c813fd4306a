"""A marimo notebook exported to a file: the chart is still interactive, without Python.

marimo's file loads marimo's own front end from a CDN; the test answers with the same files from the environment.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from documented import CHARTS, marimo_notebook
from places import ENVIRONMENT, home
from playwright.sync_api import expect
from reader import expect_readable, expect_rows, opened, select

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("marimo-export")


# Which chart it is makes little difference to an export.
@pytest.mark.parametrize("chart", list(CHARTS)[:2])
def test_an_exported_notebook_shows_the_chart_and_a_reader_selects_in_it(
    chromium: Browser, tmp_path: Path, chart: str
) -> None:
    (tmp_path / "notebook.md").write_text(marimo_notebook(chart), "utf-8")
    command = [ENVIRONMENT / "bin/marimo", "export", "html", "notebook.md", "-o", "notebook.html"]
    subprocess.run(command, cwd=tmp_path, env=home(tmp_path), check=True, capture_output=True)
    page, unknown, faults = opened(chromium, (tmp_path / "notebook.html").as_uri(), "light")
    figure = page.locator("figure.tradecontext")
    expect_rows(figure)
    expect(figure).to_have_count(1)
    select(figure, "Canada")
    expect_readable(figure, dark=False)
    page.context.close()
    assert unknown == []
    assert faults == []
