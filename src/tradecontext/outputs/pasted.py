"""Markup that other programs read before a browser does: to none of them is a word of the data a command."""

from __future__ import annotations

import re

# In a style sheet or a script an entity is none; what data a script has is written for it (`to_inline_json`).
RAW = re.compile(r"(<style\b.*?</style>|<script\b.*?</script>)", re.DOTALL)

TAG = re.compile(r"""(<(?:"[^"]*"|[^">])*>)""")

ADDRESS = re.compile(r"https?://[^\s<]+", re.IGNORECASE)

# What opens a shortcode of WordPress, or an expression in Jinja, Django, Liquid, Hugo, Handlebars, Vue or Smarty, and
# the end of a CDATA section, in which feeds carry markup. What begins with "<" is an entity already.
READ = str.maketrans({each: f"&#{ord(each)};" for each in "[]{"})


def literal(markup: str) -> str:
    """Write brackets and braces as entities, in attributes too: markup that may stand in a template or a feed."""
    parts = RAW.split(markup)
    parts[::2] = [part.translate(READ) for part in parts[::2]]
    return "".join(parts)


def pasted(snippet: str) -> str:
    """Write a snippet so that an article of a CMS may hold it too, and it reads the same.

    To WordPress and others an address that stands alone in its paragraph or its line is an embed. In an element of its
    own they leave it alone.
    """
    parts = RAW.split(snippet)
    for index in range(0, len(parts), 2):
        pieces = TAG.split(parts[index])
        pieces[::2] = [ADDRESS.sub(r'<span dir="ltr">\g<0></span>', words) for words in pieces[::2]]
        # In an attribute too there may be lines.
        pieces[1::2] = [tag.replace("\n", "&#10;") for tag in pieces[1::2]]
        parts[index] = "".join(pieces)
    return literal("".join(parts))
