"""Words that are elsewhere used for options that this chart alone has."""

WORDS = {
    "second": "second_measure context secondary",
    "supplier": "exporter origin",
    "method": "average averaging mean",
    "breaks": "series_breaks",
}
