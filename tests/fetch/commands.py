"""Running commands on charts of the played services, and a revision by one of these."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from click.testing import CliRunner

from tradecontext.commands.cli import program

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from played import Services


def run(*arguments: object) -> Result:
    return CliRunner().invoke(program, [str(each) for each in arguments])


def revised(played: Services) -> None:
    played.answers.inputs["mex", "usa"][2022] = 44_000


def withdrawn(played: Services, code: str, year: int) -> None:
    """Take a country's row of a year out of the played workbook."""
    _edited(played, lambda row: "" if f"<t>{year}</t>" in row and f"<t>{code}</t>" in row else row)


def added(played: Services, column: str, amount: float, year: int = 2025) -> None:
    """Add millions to a cell of Mexico in the played workbook, and to the year's sum."""
    columns = [column, f"{column[0]}YR"]
    header = ""

    def with_more(row: str) -> str:
        nonlocal header
        header = header or row
        mexico = f"<t>{year}</t>" in row and "<t>2010</t>" in row
        return _with_more(row, header, columns, amount) if mexico else row

    _edited(played, with_more)


def _edited(played: Services, edit: Callable[[str], str]) -> None:
    """Edit every row of the played workbook, the header first."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(played.answers.workbook)) as old, zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                content = re.sub("<row .*?</row>", lambda row: edit(row[0]), content.decode()).encode()
            new.writestr(info, content)
    played.answers.workbook = made.getvalue()


def _with_more(row: str, header: str, columns: list[str], amount: float) -> str:
    for column in columns:
        found = re.search(rf'r="([A-Z]+)1"[^>]*><is><t>{column}<', header)
        assert found
        cell = rf'(<c r="{found[1]}\d+"[^>]*><v>)([\d.]+)'
        row, count = re.subn(cell, lambda old: f"{old[1]}{float(old[2]) + amount}", row)
        assert count == 1
    return row
