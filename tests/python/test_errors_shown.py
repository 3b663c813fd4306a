"""An error as a person meets it: one message in a notebook, the author's own line in a script, all faults at once."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import tradecontext as tc
from frames import own, ranking
from tradecontext.meant import MEANT

LINES = {
    "construction": "tc.DeficitRanking(trade, top='ten')",
    "assignment": "chart.top = 'ten'",
    "update": "chart.update(top='ten')",
    "a reader's choice": "chart.sort_by = 'size'",
    "a misspelt option": "tc.DeficitRanking(trade, yaer=2024)",
    "a misspelt attribute": "chart.peroid = 3",
    "a reader of files": "tc.readers.read_census('nowhere.xlsx')",
    "a measure": "tc.measures.bilateral({'partner': ['MEX']})",
    "saving": "chart.save('chart.doc')",
    "a snippet": "chart.embed('ifram')",
    "a spec": "tc.from_spec({})",
    "data": "tc.data.us_goods_trade('1999')",
}
START = "import tradecontext as tc\ntrade = tc.data.us_goods_trade()\nchart = tc.DeficitRanking(trade, year=2024)\n"


@pytest.fixture(scope="module")
def shell() -> InteractiveShell:
    shell = InteractiveShell()
    shell.run_cell(START, silent=True)
    return shell


@pytest.mark.parametrize("what", LINES)
def test_a_notebook_shows_the_message_alone(shell: InteractiveShell, what: str) -> None:
    with capture_output() as shown:
        shell.run_cell(LINES[what])
    text = shown.stdout.strip()
    assert "Traceback" not in text
    assert "File" not in text
    first, *more = text.splitlines()
    assert ": " in first
    assert all(line.startswith("- ") for line in more)


def test_a_script_ends_at_the_authors_line(tmp_path: Any) -> None:
    script = tmp_path / "story.py"
    for line in LINES.values():
        script.write_text(START + line + "\n", "utf-8")
        done = subprocess.run(
            [sys.executable, "-W", "ignore", str(script)], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        lines = done.stderr.strip().splitlines()
        assert lines[0] == "Traceback (most recent call last):"
        assert [each for each in lines if each.startswith("  File")] == [f'  File "{script}", line 4, in <module>']
        assert lines[2].strip() == line


def test_all_lines_are_shown_to_whoever_asks(tmp_path: Any) -> None:
    script = tmp_path / "story.py"
    script.write_text(START + LINES["assignment"] + "\n", "utf-8")
    whole = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"TRADECONTEXT_TRACEBACK": "1"},
    )
    assert "chart.py" in whole.stderr


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ({"title": "x"}, "'title'; did you mean 'headline'?"),
        ({"colour": "red"}, "'colour'; did you mean 'highlight'?"),
        ({"dataSource": "x"}, "'dataSource'; did you mean 'source'?"),
        ({"lang": "es"}, "'lang'; did you mean 'locale'?"),
        ({"limit": 3}, "'limit'; did you mean 'top'?"),
        ({"sortBy": "name"}, "'sortBy'; did you mean 'sort_by'?"),
        ({"yaer": 2024}, "'yaer'; did you mean 'year'?"),
        ({"footnote": "x"}, "'footnote'; did you mean 'note'?"),
        ({"width": 300}, r"'width'; .* chart\.to_png\(width=…\)"),
        ({"figsize": (3, 4)}, r"chart\.to_png\(width=…\)"),
        ({"qqq": 1}, "has no option 'qqq'$"),
    ],
)
def test_a_misspelt_option_is_guessed_by_meaning_too(given: dict[str, Any], meant: str) -> None:
    with pytest.raises(TypeError, match=meant):
        ranking(**given)


def test_all_misspelt_options_are_told_at_once() -> None:
    with pytest.raises(TypeError) as refused:
        ranking(title="x", colour="red", yaer=2024)
    assert len(str(refused.value).splitlines()) == 3


def test_only_options_that_exist_are_suggested() -> None:
    charts = (tc.DeficitRanking, tc.InputReliance, tc.ComparativeAdvantage, tc.AdjustedBalance)
    known = {name for chart in charts for name in (*chart.options(), *chart.state_names)}
    assert set(MEANT) <= known
    said = [word for option, words in MEANT.items() for word in words.split()]
    assert all(word.isalpha() and word.islower() for word in said)


def test_a_chart_without_a_table_or_with_options_by_place() -> None:
    with pytest.raises(TypeError, match=r"DeficitRanking draws a table: DeficitRanking\(data, …\)"):
        tc.DeficitRanking()
    with pytest.raises(TypeError, match="options by name"):
        tc.DeficitRanking(own(), 2024)
    with pytest.raises(tc.DataError, match="say which snippet; choose one of iframe"):
        ranking().embed()
    with pytest.raises(tc.DataError, match="no embed called 'ifram'; did you mean 'iframe'"):
        ranking().embed("ifram")
