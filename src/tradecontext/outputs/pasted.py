"""Escape markup for programs that process it before a browser does, so that they find no command in the data."""

from __future__ import annotations

import re

# Style sheets and scripts are left alone: entities do not work there, and data in scripts is escaped by
# `to_inline_json`.
RAW = re.compile(r"(<style\b.*?</style>|<script\b.*?</script>)", re.DOTALL)

TAG = re.compile(r"""(<(?:"[^"]*"|[^">])*>)""")

ADDRESS = re.compile(r"https?://[^\s<]+", re.IGNORECASE)

# Characters that open a shortcode of WordPress or an expression of Jinja, Django, Liquid, Hugo, Handlebars, Vue or
# Smarty, or that end a CDATA section, in which feeds carry markup. Commands that begin with "<", such as "<%", need
# nothing here, because "<" in data is always written as an entity.
READ = str.maketrans({each: f"&#{ord(each)};" for each in "[]{"})


def literal(markup: str) -> str:
    """Escape brackets and braces as entities, also in attributes, for markup in a template or a feed."""
    parts = RAW.split(markup)
    parts[::2] = [part.translate(READ) for part in parts[::2]]
    return "".join(parts)


def pasted(snippet: str) -> str:
    """Escape a snippet so that it looks the same in the article of a CMS.

    WordPress and others turn a URL that is alone in its paragraph or on its line into an embed, but leave it alone
    inside an element, so each URL gets an element of its own.
    """
    parts = RAW.split(snippet)
    for index in range(0, len(parts), 2):
        pieces = TAG.split(parts[index])
        pieces[::2] = [ADDRESS.sub(r'<span dir="ltr">\g<0></span>', words) for words in pieces[::2]]
        # Line breaks in attributes are escaped, since a URL may be alone on such a line too; and ">", where WordPress
        # takes each tag to end.
        pieces[1::2] = [f"{tag[:-1].replace('>', '&gt;')}>".replace("\n", "&#10;") for tag in pieces[1::2]]
        parts[index] = "".join(pieces)
    return literal("".join(parts))
