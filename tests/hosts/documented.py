"""The code blocks of docs/hosts.md, for each kind of chart: hosts run exactly the code that readers copy."""

from __future__ import annotations

import json
import re
from pathlib import Path

import golden
from tradecontext.outputs.load import chart_class
from tradecontext.spec import charts

DOCS = Path(__file__).parents[2] / "docs"
CHARTS = {stem: (chart_class(stem).__name__, golden.about(stem).TABLE, golden.about(stem).OPTIONS) for stem in charts()}
"""Each chart's name, table and options, to replace those of the ranking in the docs. All draw Mexico and Canada."""


PRINTED = "deficit_ranking"
"""The chart that the page has."""


def blocks_as_printed(page: str, section: str) -> list[str]:
    """Return the blocks of Python in a section of a page."""
    text = (DOCS / f"{page}.md").read_text("utf-8")
    part = next(part for part in re.split(r"^## ", text, flags=re.MULTILINE) if part.startswith(f"{section}\n"))
    return re.findall(r"```python\n(.*?)```", part, flags=re.DOTALL)


def blocks(section: str, chart: str) -> list[str]:
    """Return the blocks of Python in a section on hosts, with `chart` instead of the printed one."""
    found = "\0".join(blocks_as_printed("hosts", section))
    for printed, own in zip(CHARTS[PRINTED], CHARTS[chart], strict=True):
        assert printed in found, f"{section} does not have {printed}"
        found = found.replace(printed, own)
    return found.split("\0")


def program(section: str, chart: str) -> str:
    """Return a section's only block, a file to run."""
    (code,) = blocks(section, chart)
    return code


def notebook(section: str, chart: str) -> str:
    """Return a section's blocks as a Jupyter notebook with a cell for each."""
    cells = [
        {"cell_type": "code", "execution_count": None, "id": f"cell-{number}", "metadata": {}, "outputs": []}
        | {"source": code}
        for number, code in enumerate(blocks(section, chart))
    ]
    kernel = {"kernelspec": {"display_name": "Python", "language": "python", "name": "python3"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def marimo_notebook(chart: str, section: str = "marimo") -> str:
    """Return the blocks of a section on marimo as a notebook in Markdown, one of marimo's own formats."""
    cells = "\n".join(f"```python {{.marimo}}\n{code}```\n" for code in blocks(section, chart))
    # marimo recognises its notebooks in Markdown by the field for its version.
    return f"---\ntitle: {chart}\nmarimo-version: 0.25.2\n---\n\n{cells}"
