"""ImportShares: its rows, its outputs, and input that it refuses."""

from __future__ import annotations

import copy
from typing import Any

import pandas as pd
import pytest

import tradecontext as tc
from golden import golden
from tradecontext.charts.import_shares.chart import ImportShares
from tradecontext.commands.changes import report
from tradecontext.outputs import renderer
from tradecontext.outputs.formats import FORMATS
from tradecontext.outputs.page import redrawn
from tradecontext.spec.difference import differences

MADE_UP = {
    "partner": ["MEX", "CAN", "DEU"],
    "year": [2024] * 3,
    "exports": [300.0] * 3,
    "imports": [500.0, 400.0, 100.0],
}


def shares(**options: Any) -> ImportShares:
    return ImportShares(pd.DataFrame(MADE_UP), **{"unit": "usd_million", "source": "Made up for a test", **options})


def test_every_row_has_its_share_of_what_is_shown() -> None:
    rows = shares().spec["rows"]
    assert [(row["name"], row["share"], row["text"]) for row in rows] == [
        ("Mexico", 0.5, "50.0%"),
        ("Canada", 0.4, "40.0%"),
        ("Germany", 0.1, "10.0%"),
    ]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_output_is_made(name: str) -> None:
    options = {"table": "shares.csv"} if FORMATS[name].table else {}
    made = FORMATS[name].make(tc.from_spec(golden("import_shares/plain")).spec | _hosted(), **options)
    text = made.decode("utf-8", "replace") if isinstance(made, bytes) else made
    assert text
    if name in {"html", "svg", "csv", "json", "safe", "inline", "component"}:
        assert "Mexico" in text
        assert "Germany" in text


def _hosted() -> dict[str, Any]:
    frame = golden("import_shares/plain")["frame"]
    return {"frame": {**frame, "url": "https://example.org/shares.html"}}


def test_a_page_carries_no_figure_that_its_script_does_not_read() -> None:
    spec = golden("import_shares/plain")
    assert all("imports" in row for row in spec["rows"])
    assert not any("imports" in row for row in redrawn(spec)["rows"])


def test_a_widget_answers_its_reader() -> None:
    chart = shares()
    chart.sort_by, chart.selection = "-name", ["Mexico"]
    assert chart.present()["initial"] == {"sort_by": "-name", "selection": ["MEX"]}
    with pytest.raises(tc.DataError, match="choose one of share, name, with a minus"):
        chart.sort_by = "imports"
    assert "import_shares" in renderer.bundle("widget.js")
    assert "import_shares" in renderer.bundle("component.js")


def test_each_change_is_told_once() -> None:
    old = golden("import_shares/plain")
    new = copy.deepcopy(old)
    row = new["rows"][1]
    row |= {"share": row["share"] + 0.001, "text": "99.9%", "name": "Elsewhere", "name_rank": 9}
    new["year"] = 2023
    new["frame"]["headline"] = "Another"
    where = f"rows[{row['partner']}]"
    found = differences(old, new)
    assert [(change.group, change.where) for change in found] == [
        ("figures", "year"),
        ("figures", f"{where}.share"),
        ("names", f"{where}.name"),
        ("words", "frame.headline"),
        ("settings", f"{where}.name_rank"),
    ]
    assert found[1].printed == (old["rows"][1]["text"], "99.9%")
    less = {**old, "rows": old["rows"][:-1]}
    assert [change.group for change in differences(old, less)] == ["rows"]
    assert f"share {old['rows'][-1]['text']}" in report(differences(old, less), old, less)


def test_a_spec_that_somebody_edited_is_held_to_itself() -> None:
    spec = golden("import_shares/plain")
    spec["rows"][0]["text"] = "1.0%"
    spec["rows"][1]["imports"] = 1
    with pytest.raises(tc.DataError) as refused:
        tc.from_spec(spec)
    assert any("rows[0].text is '1.0%'" in fault for fault in refused.value.faults)
    assert any("rows[1].share" in fault for fault in refused.value.faults)
