"""Words of other libraries for the options that only this chart has."""

WORDS = {
    "by": "frequency freq rolling window aggregate",
    "measure": "flow variable",
    "provisional": "preliminary revised revisions",
    "period_column": "month_column date_column time_column",
    "breaks": "series_breaks",
}
