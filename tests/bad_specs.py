"""Invalid specs that somebody may have written or edited, by the lines of the second table in docs/bad-input.md."""

from __future__ import annotations

import copy
from typing import Any, NamedTuple

from golden import golden

Place = tuple[str | int, ...]
DROP = object()
"""The change that removes a field or an entry."""


class Edited(NamedTuple):
    """A golden spec, the edits to it, and the text that the message has to contain."""

    line: str
    words: str
    case: str
    changes: dict[Place, Any]

    def spec(self) -> dict[str, Any]:
        return edited(golden(self.case), self.changes)


def edited(spec: dict[str, Any], changes: dict[Place, Any]) -> dict[str, Any]:
    """Return a spec with fields set or removed."""
    for place, value in changes.items():
        at: Any = spec
        for step in place[:-1]:
            at = at[step]
        if value is DROP:
            del at[place[-1]]
        else:
            at[place[-1]] = copy.deepcopy(value)
    return spec


RICH, YEARS, SECOND = "deficit_ranking/everything", "input_reliance/gaps", "input_reliance/second"
PLAIN, MONTHS = "input_reliance/plain", "deficit_ranking/part_of_a_year"
INDEX, ADDED, BRIDGE = "comparative_advantage/plain", "adjusted_balance/value_added", "adjusted_balance/bridge"
CONTENT, ASSUMED = "adjusted_balance/content", "adjusted_balance/assumption"

TEXT = "The text of a figure"
SIDE = "Words of direction: deficit or surplus, rise or fall"
NONE = "The text of a missing figure (null)"
SUMS = "Figures that follow from others"
RANK = "Ranks"

FIGURES = [
    Edited(
        TEXT,
        r"rows\[0\].text is '29.6', and deficit is 295515248710, which is printed '295.5'",
        RICH,
        {("rows", 0, "text"): "29.6"},
    ),
    Edited(TEXT, r"rows\[0\].text is '295.4'", RICH, {("rows", 0, "text"): "295.4"}),
    Edited(TEXT, r"rows\[1\].text is '171.5', and deficit is 1, which", RICH, {("rows", 1, "deficit"): 1.0}),
    Edited(TEXT, r"rows\[0\].text is '295,5'", RICH, {("rows", 0, "text"): "295,5"}),
    Edited(
        TEXT, r"rows\[0\].text is '295.4'.*printed '295,4'", "deficit_ranking/spanish", {("rows", 0, "text"): "295.4"}
    ),
    Edited(TEXT, r"rows\[0\].text is 'large'", RICH, {("rows", 0, "text"): "large"}),
    Edited(TEXT, r"rows\[9\].text is 'surplus 1.8'", RICH, {("rows", 9, "text"): "surplus 1.8"}),
    Edited(TEXT, r"rows\[0\].text", "deficit_ranking/one_row", {("rows", 0, "text"): "1.0"}),
    Edited(
        TEXT, r"rows\[0\].text is '295.5'.* printed '295515.2'", RICH, {("columns", "deficit"): "Deficit, $ million"}
    ),
    Edited(TEXT, r"rows\[0\].context.text is '67.4%'", RICH, {("rows", 0, "context", "text"): "67.4%"}),
    Edited(TEXT, r"rows\[0\].compare.text is 'up 6.7%'", RICH, {("rows", 0, "compare", "text"): "up 6.7%"}),
    Edited(TEXT, r"rows\[0\].compare.text", RICH, {("rows", 0, "compare", "deficit"): 27961111861}),
    Edited(TEXT, r"rows\[0\].first.text .* and shares of 1995 is 0.9", PLAIN, {("rows", 0, "shares", 0): 0.9}),
    Edited(TEXT, r"rows\[0\].last.text is '99.9%'", YEARS, {("rows", 0, "last", "text"): "99.9%"}),
    Edited(TEXT, r"rows\[0\].second_last.text is '99.9%'", SECOND, {("rows", 0, "second_last", "text"): "99.9%"}),
    Edited(TEXT, r"rows\[0\].extremes is 'low 0%, high 99%'", SECOND, {("rows", 0, "extremes"): "low 0%, high 99%"}),
    Edited(TEXT, r"scale.ticks\[1\].text is '11%'", SECOND, {("scale", "ticks", 1, "text"): "11%"}),
    Edited(TEXT, r"rows\[0\].text is '9.99'", INDEX, {("rows", 0, "text"): "9.99"}),
    Edited(TEXT, r"rows\[0\].first.text is '9.99'", INDEX, {("rows", 0, "first", "text"): "9.99"}),
    Edited(TEXT, r"rows\[0\].first.text .* and values of \d+ is 0.5", INDEX, {("rows", 0, "values", 0): 0.5}),
    Edited(TEXT, r"scale.ticks\[0\].text is '0.75'", INDEX, {("scale", "ticks", 0, "text"): "0.75"}),
    Edited(TEXT, r"rows\[0\].gross_text is '237.5'", ADDED, {("rows", 0, "gross_text"): "237.5"}),
    Edited(TEXT, "change_text is '\N{MINUS SIGN}41.3'", ADDED, {("rows", 0, "change_text"): "\N{MINUS SIGN}41.3"}),
    Edited(TEXT, "ticks.*text is '\N{MINUS SIGN}20'", ADDED, {("scale", "ticks", 0, "text"): "\N{MINUS SIGN}20"}),
    Edited(TEXT, r"rows\[1\].text is '\+1.0'", BRIDGE, {("rows", 1, "text"): "+1.0"}),
    Edited(TEXT, r"rows\[1\].text is '\+999'", BRIDGE, {("rows", 1, "text"): "+999"}),
    Edited(TEXT, r"rows\[0\].text is '13¢'", CONTENT, {("rows", 0, "text"): "13¢"}),
    Edited(TEXT, r"rows\[0\].third_text is '30¢'", CONTENT, {("rows", 0, "third_text"): "30¢"}),
    Edited(TEXT, r"rows\[0\].text is '40¢'.*printed '30'", ASSUMED, {("rows", 0, "text"): "40¢"}),
    Edited(
        TEXT,
        r"rows\[0\].applied is 'US content, if 40 cents'",
        ASSUMED,
        {("rows", 0, "applied"): "US content, if 40 cents"},
    ),
    Edited(TEXT, "amounts.power is 6", ASSUMED, {("amounts", "power"): 6}),
    Edited(TEXT, "amounts.unit is .*million", ASSUMED, {("amounts", "unit"): "$ million"}),
    Edited(SIDE, r"rows\[9\].text is '17.9'.* a surplus; say so", RICH, {("rows", 9, "text"): "17.9"}),
    Edited(SIDE, r"rows\[0\].text is 'surplus 295.5'.*no surplus", RICH, {("rows", 0, "text"): "surplus 295.5"}),
    Edited(
        SIDE, r"rows\[0\].compare.text is 'down 5.7%'.* went up", RICH, {("rows", 0, "compare", "text"): "down 5.7%"}
    ),
    Edited(
        NONE,
        r"rows\[11\].context.text is '43.7%', and context.value is null",
        RICH,
        {("rows", 11, "context", "text"): "43.7%"},
    ),
    Edited(
        NONE, r"rows\[0\].context.text .*, and context.value is null", RICH, {("rows", 0, "context", "value"): None}
    ),
    Edited(NONE, r"rows\[0\].rca is None.*|rows\[0\].text is '1", INDEX, {("rows", 0, "rca"): None}),
    Edited(
        SUMS,
        r"rows\[0\].deficit is 295515248710, and imports less exports are 1",
        RICH,
        {("rows", 0, "imports"): 143226749369},
    ),
    Edited(SUMS, r"rows\[0\].deficit is 295515248710, and imports less exports are", RICH, {("rows", 0, "exports"): 5}),
    Edited(
        SUMS,
        "a total of 1204719437720",
        RICH,
        {("rows", 13, "deficit"): 285758337458, ("rows", 13, "text"): "285.8", ("rows", 13, "exports"): DROP},
    ),
    Edited(
        SUMS,
        r"rows\[0\].change is 4127187000, and value_added less gross is 41271870000",
        ADDED,
        {("rows", 0, "change"): 4127187000},
    ),
    Edited(SUMS, r"rows\[1\].from is 5.*, and the row before ends at", BRIDGE, {("rows", 1, "from"): 5e9}),
    Edited(SUMS, r"rows\[2\].from is 1.*and the row before ends at", BRIDGE, {("rows", 2, "from"): 1}),
    Edited(SUMS, r"rows\[5\].to is 1, and the steps lead to", BRIDGE, {("rows", 5, "to"): 1}),
    Edited(SUMS, r"rows\[7\].from is 1, and what it follows ends at", BRIDGE, {("rows", 7, "from"): 1}),
    Edited(SUMS, "the exact steps of 'third_countries' lead to 1, and it ends at", BRIDGE, {("rows", 7, "to"): 1}),
    Edited(SUMS, "part_of is .x., and the steps are", BRIDGE, {("rows", 7, "part_of"): "x"}),
    Edited(SUMS, r"rows\[7\].part_of has to be there", BRIDGE, {("rows", 7, "part_of"): DROP}),
    Edited(SUMS, "exact names what opens the exact steps", BRIDGE, {("exact",): DROP}),
    Edited(SUMS, r"rows\[0\].from is 5; a balance begins at 0", BRIDGE, {("rows", 0, "from"): 5}),
    Edited(SUMS, "has to begin and end with a balance", BRIDGE, {("rows", 5): DROP}),
    Edited(SUMS, r"rows\[0\].content adds up to 1.5", CONTENT, {("rows", 0, "content"): [0.5, 0.5, 0.5]}),
    Edited(SUMS, r"rows\[0\].content adds up to 0.9", ASSUMED, {("rows", 0, "content"): [0.4, 0.5]}),
    Edited(
        SUMS,
        r"rows\[0\].rca is 1.3.*and the mean of its values",
        INDEX,
        {("rows", 0, "rca"): 1.3, ("rows", 0, "text"): "1.30"},
    ),
    Edited(
        RANK,
        r"rows\[1\].rank is 3 with a deficit of 171491244175, and VNM has 2",
        RICH,
        {("rows", 1, "rank"): 3, ("rows", 2, "rank"): 2},
    ),
    Edited(RANK, "the larger deficit comes first", RICH, {("rows", 1, "rank"): 1}),
]
"""All figures that are put in are made up, and wrong."""
