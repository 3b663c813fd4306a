"""Normalise text for pictures, and refuse characters that their font lacks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.outputs import renderer
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec import Spec

# Unicode's default-ignorable characters, which are invisible if a program does not support them: soft hyphens, joiners,
# direction marks, variation selectors.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

# Signs and numbers of a language from right to left have marks that keep them in order.
UNSEEN_ACROSS = re.compile(UNSEEN.pattern.replace("\u061c", "").replace("\u200b-\u200f", "\u200b-\u200d\u200f"))

# Ligatures (ff, fi, fl …), which text copied from a PDF has as single characters.
JOINED = re.compile("[\ufb00-\ufb06]")

# The spaces of Ogham and of Chinese, which the font lacks.
BLANK = re.compile("[\u1680\u3000]")

# Unicode's noncharacters, some of which are not allowed in XML.
ENDS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
NONE = re.compile(f"[\ufdd0-\ufdef{ENDS}]")


def settled(spec: Spec) -> str:
    """Return a spec as JSON with normalised text: composed accents, no ligatures, no invisible characters.

    Text from macOS has decomposed accents, from a word processor soft hyphens, from a PDF ligatures.

    Raises
    ------
    DataError
        If text has noncharacters, with their fields and codes.
    """
    text = to_json(spec)
    unseen = UNSEEN_ACROSS if spec["locale"]["dir"] == "rtl" else UNSEEN
    if NONE.search(text):
        lost = [f"{field} has U+{ord(each):04X}" for field, said in _texts(spec, "") for each in NONE.findall(said)]
        raise DataError(f"{_listed(lost)}, which is no character and cannot be drawn: take it out")
    text = JOINED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), BLANK.sub(" ", unseen.sub("", text)))
    return unicodedata.normalize("NFC", text)


def held(text: str) -> None:
    """Refuse text with characters that the font lacks.

    Raises
    ------
    DataError
        With their names.
    """
    lacking = renderer.draw("unpictured", text)
    if lacking:
        names = _listed([f"{each} (U+{ord(each):04X} {unicodedata.name(each, 'without a name')})" for each in lacking])
        raise DataError(
            f"Inter, the font of pictures, has no {names}: write these names or words in Latin, Greek, "
            "Cyrillic or Arabic letters for a picture; the page and the snippets show them"
        )


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _texts(each, f"{path}[{index}]")


def _listed(names: list[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
