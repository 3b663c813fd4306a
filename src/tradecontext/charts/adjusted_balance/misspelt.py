"""Words that are elsewhere used for options that this chart alone has."""

WORDS = {
    "which": "only include",
    "us_content": "content us_share",
}
