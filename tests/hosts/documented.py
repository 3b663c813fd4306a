"""The code of docs/hosts.md as it is printed there, for each kind of chart: what a host runs is what a reader copies."""

from __future__ import annotations

import json
import re
from pathlib import Path

import golden
from tradecontext.outputs.load import chart_class
from tradecontext.spec import charts

PAGE = (Path(__file__).parents[2] / "docs/hosts.md").read_text("utf-8")
CHARTS = {stem: (chart_class(stem).__name__, golden.about(stem).TABLE, golden.about(stem).OPTIONS) for stem in charts()}
"""Each chart's name, table and options, to stand where the page has those of the ranking. All draw Mexico and Canada."""


PRINTED = "deficit_ranking"
"""The chart that the page has."""


def blocks(section: str, chart: str) -> list[str]:
    """The blocks of Python in a section of the page, with another chart in the place of the one printed."""
    text = next(part for part in re.split(r"^## ", PAGE, flags=re.MULTILINE) if part.startswith(f"{section}\n"))
    found = "\0".join(re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL))
    for printed, own in zip(CHARTS[PRINTED], CHARTS[chart], strict=True):
        assert printed in found, f"{section} does not have {printed}"
        found = found.replace(printed, own)
    return found.split("\0")


def program(section: str, chart: str) -> str:
    """A section's one block: a file to run."""
    (code,) = blocks(section, chart)
    return code


def notebook(section: str, chart: str) -> str:
    """A section's blocks as the cells of a Jupyter notebook."""
    cells = [
        {"cell_type": "code", "execution_count": None, "id": f"cell-{number}", "metadata": {}, "outputs": []}
        | {"source": code}
        for number, code in enumerate(blocks(section, chart))
    ]
    kernel = {"kernelspec": {"display_name": "Python", "language": "python", "name": "python3"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def marimo_notebook(chart: str) -> str:
    """The blocks of marimo's section as the cells of a notebook in Markdown, one of marimo's own forms."""
    cells = "\n".join(f"```python {{.marimo}}\n{code}```\n" for code in blocks("marimo", chart))
    # By the version marimo tells its notebooks from other Markdown.
    return f"---\ntitle: {chart}\nmarimo-version: 0.25.2\n---\n\n{cells}"
