"""Words of other libraries for the options that only this chart has."""

WORDS = {
    "which": "only include",
    "us_content": "content us_share",
}
