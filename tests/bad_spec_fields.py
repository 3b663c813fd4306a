"""More invalid specs: fields, years, words and pictures that somebody may have edited."""

from __future__ import annotations

from bad_specs import ADDED, ASSUMED, BRIDGE, CONTENT, DROP, INDEX, MONTHS, PLAIN, RICH, SECOND, YEARS, Edited

PLACES = "`name_rank` and `highlight`"
COLUMNS = "A column and the field of the rows that it prints"
VIEW = "Fields, roles and headers"
SERIES = "A yearly series"
YEAR = "Periods, breaks, remarks, first and last years"
SCALE = "Ticks of a scale"
START = "The initial `sort_by`, `selection` and `period`"
GAPS = "Phrases with gaps, such as `{n}`"
DAYS = "Dates"
LINKS = "Addresses"
LOGO = "The logo"
MARKS = "Decimal separator, thousands separator and minus sign"
LIMIT = "Lists, texts and numbers"
CONTROL = "Words"
UNKNOWN = "Fields, `chart` and `version`"

FIELDS = [
    Edited(PLACES, "name_rank 0, 1, 2.*number the rows 0 to 14", RICH, {("rows", 0, "name_rank"): 4}),
    Edited(PLACES, "highlight 1, 2, 4, 5, 6.* 1 to 5", RICH, {("rows", 2, "highlight"): DROP}),
    Edited(PLACES, "highlight 1, 1, 2", RICH, {("rows", 2, "highlight"): 1}),
    Edited(PLACES, r"rows\[1\].partner is 'CHN' a second time", RICH, {("rows", 1, "partner"): "CHN"}),
    Edited(PLACES, "two rows of the role 'total'", RICH, {("rows", 13, "role"): "total"}),
    Edited(
        COLUMNS, r"rows\[0\] has no field 'compare', which columns.compare needs", RICH, {("rows", 0, "compare"): DROP}
    ),
    Edited(
        COLUMNS,
        r"rows\[0\] has a field 'compare', and there is no columns.compare",
        RICH,
        {("columns", "compare"): DROP},
    ),
    Edited(COLUMNS, r"rows\[0\] has no field 'context'", RICH, {("rows", 0, "context"): DROP}),
    Edited(COLUMNS, "columns.compare.year is 2024; it has to be before", RICH, {("columns", "compare", "year"): 2024}),
    Edited(COLUMNS, r"rows\[0\] has no field 'second'", SECOND, {("rows", 0, "second"): DROP}),
    Edited(
        COLUMNS, r"rows\[0\] has a field 'second'", SECOND, {("columns", "second"): DROP, ("columns", "first"): DROP}
    ),
    Edited(COLUMNS, "give first and second, or neither", SECOND, {("columns", "first"): DROP}),
    Edited(COLUMNS, r"rows\[0\] has no field 'last'", SECOND, {("rows", 0, "last"): DROP}),
    Edited(
        COLUMNS,
        r"rows\[0\] has no field 'totals', which the method ratio_of_sums needs",
        SECOND,
        {("method",): "ratio_of_sums"},
    ),
    Edited(COLUMNS, r"rows\[0\] has a field 'average'", SECOND, {("rows", 0, "average"): 0.5}),
    Edited(COLUMNS, r"rows\[0\] has no field 'average'", "input_reliance/published", {("rows", 0, "average"): DROP}),
    Edited(COLUMNS, "give columns.trend", SECOND, {("columns", "trend"): DROP}),
    Edited(COLUMNS, r"rows\[0\] has no field 'values'", INDEX, {("rows", 0, "values"): DROP}),
    Edited(
        COLUMNS, "fewer than two have a pair", INDEX, {("rows", place, "pair"): DROP for place in (*range(1, 10), 11)}
    ),
    Edited(COLUMNS, r"rows\[0\] has no field 'applied'", ASSUMED, {("rows", 0, "applied"): DROP}),
    Edited(COLUMNS, r"numbers has no field 'minus', which amounts needs", ASSUMED, {("numbers", "minus"): DROP}),
    Edited(VIEW, r"rows\[2\] has no field 'to', which the view 'bridge' needs", BRIDGE, {("rows", 2, "to"): DROP}),
    Edited(VIEW, "columns has no field 'effect'", BRIDGE, {("columns", "effect"): DROP}),
    Edited(VIEW, "has no field 'scale'", ADDED, {("scale",): DROP}),
    Edited(
        VIEW,
        r"rows\[0\] has a field 'from', which the view 'value_added' does not draw",
        ADDED,
        {("rows", 0, "from"): 1},
    ),
    Edited(VIEW, r"rows\[0\].role is 'step'", ADDED, {("rows", 0, "role"): "step"}),
    Edited(VIEW, "legend has 3 names", ADDED, {("legend",): ["a", "b", "c"]}),
    Edited(VIEW, r"rows\[0\].content has 3 parts, and legend names 2", CONTENT, {("legend",): ["a", "b"]}),
    Edited(VIEW, "view is 'both'; averages as published", "input_reliance/published", {("view",): "both"}),
    Edited(SERIES, r"rows\[0\].shares has 0 figures for 5 years", YEARS, {("rows", 0, "shares"): []}),
    Edited(SERIES, r"rows\[0\].values has 1 figures for", INDEX, {("rows", 0, "values"): [1.0]}),
    Edited(SERIES, "years skips or repeats a year", YEARS, {("years", 1): 1990}),
    Edited(
        YEAR,
        r"rows\[0\].first.year is 1999, and the first figure of shares is of",
        YEARS,
        {("rows", 0, "first", "year"): 1999},
    ),
    Edited(YEAR, r"rows\[0\].first.year is 1900", PLAIN, {("rows", 0, "first", "year"): 1900}),
    Edited(YEAR, r"rows\[0\].breaks\[0\] is 1850; the years are", YEARS, {("rows", 0, "breaks"): [1850]}),
    Edited(YEAR, r"scale.years\[0\] is 1850", SECOND, {("scale", "years", 0): 1850}),
    Edited(YEAR, r"period\[0\] is 1850", INDEX, {("period", 0): 1850}),
    Edited(YEAR, r"period\[1\] is 2050; the years are 1988 to 2021", INDEX, {("period", 1): 2050}),
    Edited(YEAR, r"period is '2020-09/2020-01'; .* one to twelve months", MONTHS, {("period",): "2020-09/2020-01"}),
    Edited(YEAR, r"period is '2021-01/2021-09'; .* year \(2020\)", MONTHS, {("period",): "2021-01/2021-09"}),
    Edited(
        YEAR,
        "compare is of 2019-01/2019-10, and .* of 2020-01/2020-09; compare the same months",
        MONTHS,
        {("columns", "compare", "period"): "2019-01/2019-10"},
    ),
    Edited(YEAR, "compare is of 2019-01/2019-12", MONTHS, {("columns", "compare", "period"): DROP}),
    Edited(SCALE, r"scale.ticks\[1\] is 0, after 0", SECOND, {("scale", "ticks", 1): {"value": 0, "text": "0%"}}),
    Edited(SCALE, r"scale.ticks\[2\] is 0.4, after 0.9", PLAIN, {("scale", "ticks", 1, "value"): 0.9}),
    Edited(
        SCALE,
        r"scale.ticks\[4\].value is 1.2; no share is more than 1",
        SECOND,
        {("scale", "ticks", 4): {"value": 1.2, "text": "120%"}},
    ),
    Edited(SCALE, r"scale.ticks\[0\].value is 0.001, off a scale from", INDEX, {("scale", "ticks", 0, "value"): 0.001}),
    Edited(SCALE, "it has to begin with 0", SECOND, {("scale", "ticks", 0): {"value": 0.01, "text": "1%"}}),
    Edited(
        SCALE,
        r"beyond the last of scale.ticks",
        SECOND,
        {("scale", "ticks"): [{"value": 0, "text": "0%"}, {"value": 0.01, "text": "1%"}]},
    ),
    Edited(
        SCALE,
        r"scale.ticks\[0\].value is -1, off a scale from",
        INDEX,
        {("scale", "ticks", 0): {"value": -1, "text": "-1"}},
    ),
    Edited(
        SCALE,
        r"scale.ticks\[0\].value is -9.* outside what is drawn",
        ADDED,
        {("scale", "ticks", 0): {"value": -900e9, "text": "\N{MINUS SIGN}900"}},
    ),
    Edited(SCALE, "context.value is 0.4369, beyond the end", RICH, {("columns", "context", "max"): 0.4}),
    Edited(
        START,
        r"initial\.sort_by='context' is not in the chart",
        "deficit_ranking/plain",
        {("initial", "sort_by"): "context"},
    ),
    Edited(START, r"initial\.sort_by is 'size'", RICH, {("initial", "sort_by"): "size"}),
    Edited(START, r"initial\.selection=\['NOBODY'\] is not in the chart", RICH, {("initial", "selection"): ["NOBODY"]}),
    Edited(START, r"initial\.selection=\['_total'\]", RICH, {("initial", "selection"): ["_total"]}),
    Edited(START, r"initial\.period=\[1850, 2000\]", SECOND, {("initial", "period"): [1850, 2000]}),
    Edited(START, r"initial\.us_content=0.3", ADDED, {("initial", "us_content"): 0.3}),
    Edited(GAPS, "phrases.period is 'always'", SECOND, {("phrases", "period"): "always"}),
    Edited(GAPS, "pair is 'x'; it has to have {times}", INDEX, {("pair",): "x"}),
    Edited(GAPS, "amounts.cents is '¢'; it has to have {n}", ASSUMED, {("amounts", "cents"): "¢"}),
    Edited(DAYS, "frame.published is '2024-02-30', which is no day", RICH, {("frame", "published"): "2024-02-30"}),
    Edited(DAYS, "frame.correction.date is '2025-13-01', which", RICH, {("frame", "correction", "date"): "2025-13-01"}),
    Edited(DAYS, "frame.updated is '2025-10-19', before frame.published", RICH, {("frame", "updated"): "2025-10-19"}),
    Edited(
        DAYS, "frame.updated is '2025-12-01', and no line of frame.dateline", RICH, {("frame", "updated"): "2025-12-01"}
    ),
    Edited(DAYS, "frame.correction.text is 'Other.'", RICH, {("frame", "correction", "text"): "Other."}),
    Edited(LINKS, r"frame.url is 'https://\[bad'", RICH, {("frame", "url"): "https://[bad"}),
    Edited(LINKS, r"frame.sources\[0\].url is 'https://:80/'", RICH, {("frame", "sources", 0, "url"): "https://:80/"}),
    Edited(LINKS, r"frame.links\[0\] is 'mail'; it has to be", RICH, {("frame", "links"): ["mail"]}),
    Edited(
        LOGO,
        r"frame\.logo\.src .*PNG",
        RICH,
        {("frame", "logo"): {"src": "data:image/png;base64,AAAA", "alt": ""}},
    ),
    Edited(
        LOGO,
        r"frame\.logo\.src does not begin with <svg>",
        RICH,
        {("frame", "logo"): {"src": "data:image/svg+xml;base64,PGI+PC9iPg==", "alt": ""}},
    ),
    Edited(
        LOGO,
        r"frame\.logo\.src is cut short",
        RICH,
        {("frame", "logo"): {"src": "data:image/gif;base64,R0lGODlhA", "alt": ""}},
    ),
    Edited(MARKS, "numbers.group is ','.* numbers.decimal too", ASSUMED, {("numbers", "decimal"): ","}),
    Edited(MARKS, "numbers.decimal is '0'", ASSUMED, {("numbers", "decimal"): "0"}),
    Edited(MARKS, "numbers.decimal is ' '", ASSUMED, {("numbers", "decimal"): " "}),
    Edited(MARKS, "numbers.minus is '1'", ASSUMED, {("numbers", "minus"): "1"}),
    Edited(MARKS, "numbers.percent is '%'; it has to have {} once", ASSUMED, {("numbers", "percent"): "%"}),
    Edited(LIMIT, "frame.notes is too long: 201, at most 200", RICH, {("frame", "notes"): ["x"] * 201}),
    Edited(LIMIT, r"rows\[1\].marks is too long: 61, at most 60", RICH, {("rows", 1, "marks"): ["x"] * 61}),
    Edited(LIMIT, "frame.alt is too long: 2001, at most 2000", RICH, {("frame", "alt"): "x" * 2001}),
    Edited(LIMIT, r"rows is too long: 20000; no list has more than 10000", RICH, {("rows",): [{}] * 20_000}),
    Edited(
        LIMIT,
        r"rows\[0\].pair.weight is 5e-324; it has to be at least 1e-09",
        INDEX,
        {("rows", 0, "pair", "weight"): 5e-324},
    ),
    Edited(
        LIMIT, "amounts.exports is 1e\\+300; it has to be at most 1e\\+19", ASSUMED, {("amounts", "exports"): 1e300}
    ),
    Edited(LIMIT, r"rows\[0\].deficit is inf; give a finite number", RICH, {("rows", 0, "deficit"): float("inf")}),
    Edited(LIMIT, "frame.sources is empty; it has to have at least 1", RICH, {("frame", "sources"): []}),
    Edited(
        CONTROL,
        r"rows\[0\].name is .*a bidirectional control \(U\+202E\) at character 2; take it out",
        RICH,
        {("rows", 0, "name"): "a\u202eb"},
    ),
    Edited(CONTROL, r"frame.note is .*half a surrogate pair \(U\+D800\)", RICH, {("frame", "note"): "\ud800"}),
    Edited(
        CONTROL, r"locale.words.hint is .*a control character \(U\+0007\)", RICH, {("locale", "words", "hint"): "x\x07"}
    ),
    Edited(UNKNOWN, "rows is .*; it has to be array", RICH, {("rows",): {"": float("nan")}}),
    Edited(UNKNOWN, "frame has no field 'alt', which it needs", RICH, {("frame", "alt"): DROP}),
    Edited(UNKNOWN, "chart is 'pie'; this package draws", RICH, {("chart",): "pie"}),
    Edited(UNKNOWN, "version is 9; .*install a newer tradecontext", RICH, {("version",): 9}),
]
