"""Words of other libraries for the options that only this chart has."""

WORDS = {
    "second": "second_measure context secondary",
    "supplier": "exporter origin",
    "method": "average averaging mean",
    "breaks": "series_breaks",
}
