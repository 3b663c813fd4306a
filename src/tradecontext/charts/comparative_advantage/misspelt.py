"""Words of other libraries for the options that only this chart has."""

WORDS = {
    "rca": "value values index y",
    "good": "product goods commodity",
}
