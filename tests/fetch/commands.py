"""Running commands on charts of the played services, and a revision by one of these."""

from __future__ import annotations

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
