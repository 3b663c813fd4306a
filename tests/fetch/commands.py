"""Running commands on charts of the played services, and a revision by one of these."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from click.testing import CliRunner

from tradecontext.commands.cli import program

if TYPE_CHECKING:
    from click.testing import Result

    from played import Services


def run(*arguments: object) -> Result:
    return CliRunner().invoke(program, [str(each) for each in arguments])


def revised(played: Services) -> None:
    played.answers.inputs["mex", "usa"][2022] = 44_000


def added(played: Services, column: str, amount: float, year: int = 2025) -> None:
    """Add millions to a cell of Mexico in the played workbook, and to the year's sum."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(played.answers.workbook)) as old, zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                content = _with_more(content.decode(), year, [column, f"{column[0]}YR"], amount).encode()
            new.writestr(info, content)
    played.answers.workbook = made.getvalue()


def _with_more(sheet: str, year: int, columns: list[str], amount: float) -> str:
    header, *rows = re.findall("<row .*?</row>", sheet)
    row = next(row for row in rows if f"<t>{year}</t>" in row and "<t>2010</t>" in row)
    changed = row
    for column in columns:
        found = re.search(rf'r="([A-Z]+)1"[^>]*><is><t>{column}<', header)
        assert found
        cell = rf'(<c r="{found[1]}\d+"[^>]*><v>)([\d.]+)'
        changed, count = re.subn(cell, lambda old: f"{old[1]}{float(old[2]) + amount}", changed)
        assert count == 1
    return sheet.replace(row, changed)
