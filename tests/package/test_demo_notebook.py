"""The demo's notebook runs from top to bottom, and every chart in it is shown live."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

NOTEBOOK = Path(__file__).parents[2] / "demo/notebook.ipynb"
#: What the charts' headlines say, in the notebook's order.
TOLD = (
    "The US goods deficit with Mexico was the second largest",
    "Mexico and Canada relied less on the United States than in 1995",
    "Of a dollar imported from Mexico, 12 cents was US content",
    "Estimates put US content in manufactures from Mexico at 16\u201330 cents",
    "The US deficit with Mexico was 40% smaller in value added",
    "Third countries, more than US parts, inflated the deficit with Mexico",
    "Intermediate goods weighed twice as much in US as in Mexico\u2019s exports",
)


def test_it_runs_and_shows_its_charts() -> None:
    # Imported late: it takes seconds, and `make check` leaves this test out.
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "the notebook is kept without its outputs"
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type == "error"]
    assert not [output for output in outputs if output.get("name") == "stderr"]
    shown = [
        output["data"]["text/plain"].replace("\N{NO-BREAK SPACE}", " ")
        for output in outputs
        if "application/vnd.jupyter.widget-view+json" in output.get("data", {})
    ]
    assert len(shown) == len(TOLD)
    for chart, told in zip(shown, TOLD, strict=True):
        assert told in chart
    assert sum(cell.cell_type == "code" for cell in notebook.cells) == 10
