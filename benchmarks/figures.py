"""The one chart that every library draws: ten bars, one of them highlighted, and a second column of shares."""

from __future__ import annotations

HEADLINE = "The US goods deficit with Mexico was $171.5 billion in 2024, second largest of 10 shown"
SUBTITLE = "US goods deficit by partner, 2024, billion US dollars"
SOURCE = "Sources: US Census Bureau, retrieved by October 2025; World Bank WITS, August 2025"
HIGHLIGHT = "Mexico"
ACCENT, GREY = "#14698c", "#b0b7bf"
COLUMN = "US share of goods imports, 2021"

ROWS = [
    ("China", 295.5, "6.7%"),
    ("Mexico", 171.5, "43.7%"),
    ("Vietnam", 123.5, "4.6%"),
    ("Ireland", 86.5, "17.5%"),
    ("Germany", 84.7, "6.1%"),
    ("Taiwan", 73.7, "10.4%"),
    ("Japan", 69.4, "10.7%"),
    ("South Korea", 66.0, "12.0%"),
    ("Canada", 62.0, "48.6%"),
    ("India", 45.8, "7.3%"),
]
NAMES = [name for name, _, _ in ROWS]
VALUES = [value for _, value, _ in ROWS]
SHARES = [share for _, _, share in ROWS]
COLOURS = [ACCENT if name == HIGHLIGHT else GREY for name in NAMES]

# The scale leaves room for the value at the end of the longest bar.
DOMAIN = [0, 340]
