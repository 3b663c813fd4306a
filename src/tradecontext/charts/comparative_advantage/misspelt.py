"""Words that are elsewhere used for options that this chart alone has."""

WORDS = {
    "rca": "value values index y",
    "good": "product goods commodity",
}
