"""A language that nobody speaks: every letter of its words has an accent, and sentences are longer than in English.

What a chart prints in it without an accent was never in a file of words.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tradecontext
from tradecontext import partners
from tradecontext.intake import recipe
from tradecontext.spec import charts
from tradecontext.text import plural, word_files

if TYPE_CHECKING:
    import pytest

PACKAGE = Path(tradecontext.__file__).parent
TAG = "xx"
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áбçðéфĝĥíĵķĺмñóþқřšţúвŵхýžÁБÇÐÉФĜĤÍĴĶĹМÑÓÞҚŘŠŢÚВŴХÝŽ",
)
RULES = {
    "one": "i = 1 and v = 0",
    "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
    "many": "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
}
"""Polish's: the fewest that tell 2 from 5 and 12 from 22."""
NO_WORDS = {"classes", "sibilants", "currency_names", "min_grouping", "amount_powers"}
COUNTED = {
    "interface": {"more": "n"},
    "sentences": {"others": "n", "without": "n", "years": "total"},
}
"""Words that the renderer fills with counts, of which English has one form."""
PARTS = {"words", "text", "charts", "data", *charts()}
"""Keys of a file of words that an author gives."""


def marked(text: str, longer: float = 0) -> str:
    """Give every letter outside gaps an accent, and make the text so much longer."""
    pieces, last = [], 0
    for gap in plural.GAP.finditer(text):
        pieces += [text[last : gap.start()].translate(LETTERS), _gap(gap[0], gap[1], gap[2])]
        last = gap.end()
    pieces.append(text[last:].translate(LETTERS))
    return "".join(pieces) + ("·" * round(longer * len(text)) if text else "")


def _gap(whole: str, name: str, forms: str | None) -> str:
    if forms is None:
        return whole
    texts = {category: marked(text) for category, text in plural.FORM.findall(forms)}
    return counted(name, texts["other"], texts["one"])


def counted(name: str, other: str, one: str | None = None) -> str:
    """Return a text in all forms of the language: what tells them apart is a letter at the end."""
    forms = {"one": one or f"{other}¹", "few": f"{other}²", "many": f"{other}⁵", "other": other}
    return f"{{{name}, plural,{''.join(f' {category} {{{text}}}' for category, text in forms.items())}}}"


def _words(words: Any, longer: float, count: Any = None) -> Any:
    """Give words an accent; `count` is the gap on which they depend, or such gaps by the words' keys."""
    if isinstance(words, dict):
        counts = count if isinstance(count, dict) else {}
        return {
            name: each if name in NO_WORDS else _words(each, longer, counts.get(name)) for name, each in words.items()
        }
    if isinstance(words, list):
        return [_words(each, longer) for each in words]
    if not isinstance(words, str):
        return words
    text = marked(words, longer)
    return counted(count, text.replace(f"{{{count}}}", "#")) if count else text


def accented(words: Any) -> Any:
    """Return words with an accent on every letter, as if they were translated."""
    return {key: accented(each) for key, each in words.items()} if set(words) & PARTS else _words(words, 0)


def speak(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Write the language's files into a folder, and let the package find them."""
    for part in ("text", "data", *(f"charts/{chart}" for chart in charts())):
        english = word_files.words(part, "en")
        # Texts of sources fill their room in English; the others are as much longer as those of other languages.
        _write(folder / part / "words", _words(english, 0 if part == "data" else 1 / 3, COUNTED))
    marks = json.loads((PACKAGE / "text" / "cldr" / "en.json").read_text("utf-8"))
    spoken = {key: _words(marks[key], 0) for key in ("date", "months", "lists", "currencies")}
    _write(folder / "text" / "cldr", {**marks, **spoken, "tag": TAG, "plurals": RULES})
    names = {code: {**row, f"name_{TAG}": marked(row["name_en"])} for code, row in partners._rows().items()}
    patch.setattr(partners, "_rows", lambda: names)
    patch.setattr(word_files, "FOLDERS", [*word_files.FOLDERS, folder])
    forget()


def _write(folder: Path, words: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{TAG}.json").write_text(json.dumps(words), "utf-8")


def forget() -> None:
    """Let the package look for languages anew."""
    word_files.forget()
    recipe._kept.cache_clear()
