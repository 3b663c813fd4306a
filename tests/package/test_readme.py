"""The code in the README and the docs runs as printed, and the README's pictures show its charts."""

from __future__ import annotations

import re
import struct
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
sys.path.insert(0, str(ROOT / "scripts"))


def test_the_readme_s_code_makes_every_kind_of_chart_it_shows() -> None:
    import make_pictures

    made = make_pictures.charts(README)
    kinds = {"deficit_ranking", "balance_over_time", "input_reliance", "comparative_advantage", "adjusted_balance"}
    assert set(made) == kinds
    assert made["deficit_ranking"].headline == "What the deficit with Mexico leaves out"
    shown = re.findall(r"!\[([^\]]+)\]\(docs/([\w-]+)\.png\)", README)
    assert [name for _, name in shown] == ["deficit-ranking", "input-reliance", "adjusted-balance"]
    mexico = next(row for row in made["adjusted_balance"].spec["rows"] if row["partner"] == "MEX")
    assert mexico["change_text"] == "24.1 smaller (40%)"
    assert "24.1 billion" in shown[-1][0]


def test_the_pictures_are_drawn_at_one_width() -> None:
    import make_pictures

    for picture in (ROOT / "docs").glob("*.png"):
        (width,) = struct.unpack(">I", picture.read_bytes()[16:20])
        assert width == make_pictures.WIDTH * make_pictures.SCALE, picture.name


@pytest.mark.filterwarnings("error")
def test_the_options_examples_run() -> None:
    import make_pictures

    blocks = re.findall(r"```python\n.*?```", (ROOT / "docs/options.md").read_text("utf-8"), flags=re.DOTALL)
    # The first block reads a file that only the reader has.
    code = "\n".join(["```python\nimport tradecontext as tc\n```", *blocks[1:]])
    assert "balanza.csv" not in code
    kinds = {"balance_over_time", "input_reliance", "comparative_advantage", "adjusted_balance"}
    assert set(make_pictures.charts(code)) == kinds


@pytest.mark.filterwarnings("error")
def test_the_page_about_own_data_draws_what_it_says() -> None:
    import make_pictures

    german, _, months = (ROOT / "docs/own-data.md").read_text("utf-8").partition("## Years")
    first = "```python\nimport pandas as pd\nimport tradecontext as tc\n```\n"
    months = make_pictures.charts(first + months)["deficit_ranking"].spec
    assert months["frame"]["headline"] == "The US trade deficit with Mexico was the largest of 2"
    german = make_pictures.charts(german)["deficit_ranking"].spec
    assert german["rows"][0]["name"] == "China"
    assert german["frame"]["headline"] == "Germany\u2019s goods deficit with China was the largest of 3"
