"""Words, sources, dates and pictures that are refused: the last lines of the table in docs/bad-input.md."""

from __future__ import annotations

import pandas as pd

from bad_input import BIDI, NOT_TEXT, SURROGATE, TEXTS, UNPRINTABLE, Refused, attributed
from bad_options import each
from frames import own

SOURCES = "A source that is empty, too long, or of the wrong shape"
LINK = "A link with a scheme other than http and https (`javascript:`, `data:`), or with quotes or control characters"
TYPE = "A headline, note or other words that are not text"
LONG = "Words of more than 2,000 characters"
CONTROLS = "Bidirectional controls, control characters, half a surrogate pair"
DATE = "A date that is not a day of the calendar"
LOGO = "A logo in another format than PNG, JPEG, GIF, WebP and SVG, of more than 70 kB, or that some outputs cannot draw (an SVG without a size, or with text, scripts or links)"
CHOICE = "An unknown `theme`, `locale` or `sort_by`, or an invalid `chart_id` or `licence`"
NO_SOURCE = "A table that does not say where it is from, without `source=`"

WORDS = [
    Refused(NO_SOURCE, "source text is empty", attributed({"url": "https://a.org"}), {"source": None}),
    *each(
        SOURCES,
        "source",
        "source",
        [
            "",
            " ",
            [],
            3,
            [3],
            b"x",
            {"txt": "x"},
            {"text": 3},
            {"text": ""},
            {1: 2},
            "x" * 301,
            [["a", "b"], ["c", "d"]],
            {"text": "x", "vintage": 3},
            BIDI,
            own(),
        ],
    ),
    *each(
        LINK,
        "source url",
        "source",
        [
            ("x", url)
            for url in (
                "javascript:alert(1)",
                "javascript:alert('a b')",
                " JavaScript:x",
                "data:text/html,a b",
                "javascript://x",
                "file:///etc",
                "https://a.org/'\"",
                "https://a b.org",
                "https://a\x01",
                "https://" + BIDI,
                "https://" + SURROGATE,
            )
        ],
    ),
    *each(
        LINK,
        "source url",
        "source",
        [{"text": "x", "url": "javascript:alert(1)"}, [("x", "https://a.org"), ("x", "javascript:alert(1)")]],
    ),
    Refused(
        LINK,
        "source url",
        attributed({"text": "a", "url": "javascript:alert(1)"}),
        {"source": None},
    ),
    *(case for name in TEXTS for case in each(TYPE, f"{name} has to be text", name, NOT_TEXT)),
    *(
        case
        for name in TEXTS
        for case in each(
            LONG,
            f"{name} is 10,000 characters long; at most 2,000",
            name,
            ["x" * 10_000],
        )
    ),
    *(
        case
        for name in TEXTS
        for value, code in UNPRINTABLE
        for case in each(CONTROLS, f"{name} has .*{code}", name, [value])
    ),
    *each(
        DATE,
        "published",
        "published",
        ["yesterday", 20250101, "", "2025-02-30", "2025-01-01T10:00", pd.NaT],
    ),
    *each(DATE, "updated", "updated", [True, ["2025-01-01"]]),
    *each(
        DATE,
        "correction",
        "correction",
        [
            ("1 May", "x"),
            (None, "x"),
            ("2025-01-01", ""),
            ("2025-01-01", 3),
            {"date": "2025-01-01"},
            ("2025-01-01", "x" * 301),
        ],
    ),
    *each(
        LOGO,
        "logo",
        "logo",
        [
            "",
            3,
            "javascript:alert(1)",
            "missing.png",
            "x.exe",
            "a\0.png",
            SURROGATE + ".png",
            "a" * 5000 + ".png",
            (),
            ("a.png",),
            ("a", "b", "c"),
            {},
            {"src": "javascript:alert(1)", "alt": ""},
            {"src": "https://a.org/x.png"},
            {"src": "data:image/png;base64,AA==", "alt": 3},
        ],
    ),
    *each(CHOICE, "theme", "theme", ["neon", None, 3, ["dark"], "", pd.DataFrame({"a": [1, 2]})]),
    *each(
        CHOICE,
        "locale=.* is no language",
        "locale",
        ["xx", None, 3, ["en"], "", "../words/en", pd.DataFrame({"a": [1, 2]})],
    ),
    *each(
        CHOICE,
        "chart_id",
        "chart_id",
        ["a b", "", 3, "-x", "x" * 65, "x\n"],
    ),
    *each(
        CHOICE,
        "licence",
        "licence",
        ["", 3, ("CC0", "javascript:alert(1)"), ("a", "b", "c"), {}, ["CC0"], pd.DataFrame({"a": [1, 2]})],
    ),
    *each(
        CHOICE,
        "sort_by",
        "sort_by",
        ["rank", "", 3, "--name", ["name"], "context"],
    ),
]
