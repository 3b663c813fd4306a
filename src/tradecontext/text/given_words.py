"""Words that an author gives: single terms in place of ours, and those of a language that the package has none for.

The words of a language are in `labels` under "words", by part of the package, with the keys of the package's own files:
``{"words": {"text": {…}, "charts": {name: {…}}, "data": {…}}}``. :func:`template` writes them in English,
for a translator.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from tradecontext import partners
from tradecontext.errors import DataError, Faults, named, shown
from tradecontext.paths import given_path
from tradecontext.text import digits, from_cldr, plural, word_faults
from tradecontext.text.word_files import GivenTag, cldr, languages, merged, offered, shipped

if TYPE_CHECKING:
    import re

Labels: TypeAlias = Mapping[str, Any] | str | os.PathLike[str]
"""Terms by key, and under "words" those of a language; or the path of a JSON file with them."""
Words: TypeAlias = Mapping[str, Any]

BY_DEFAULT: dict[str, Any] = {
    "names": {
        "classes": {},
        "forms": {"plain": {"": "{}"}},
        "possessive": ["{}", "{}"],
        "sibilants": [],
        "short": {},
        "short_possessive": {},
        "joints": {},
    },
    "min_grouping": 1,
    "amount_powers": [9, 6, 3],
    "comma": ", ",
    "semicolon": "; ",
    "currency_names": {},
    "headline_words": 12,
    "days": {},
}
"""What a language may leave out of the part "text": the names of partners then stand in sentences as they are."""


def loaded(labels: object) -> Mapping[str, Any] | None:
    """Return the author's labels, read from their file if they are given by its path.

    Raises
    ------
    DataError
        If the file cannot be read, or they are no mapping.
    """
    if isinstance(labels, (str, os.PathLike)):
        path = given_path(labels, "read")
        try:
            labels = json.loads(path.read_text("utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            raise DataError(f"labels={named(path)} cannot be read as JSON: {error}") from None
    if labels is not None and not isinstance(labels, Mapping):
        raise DataError(
            "labels has to be a mapping of term to text, for example {'deficit': 'trade gap'}, "
            "or the path of a JSON file with one"
        )
    return labels


def separated(labels: Mapping[str, Any] | None) -> tuple[dict[str, str], Words]:
    """Return the author's terms by key, and the words of a language by part of the package."""
    own = (labels or {}).get("words", {})
    if not isinstance(own, Mapping) or not set(own) <= {"text", "charts", "data"}:
        raise DataError(f"labels 'words' has {shown(own)}; it takes text, charts and data")
    return {key: text for key, text in (labels or {}).items() if key != "words"}, own


def given(tag: object, own: Words, chart: str | None) -> GivenTag:
    """Return the tag of a language with the author's words, in place of those that the package has, if it has any.

    Raises
    ------
    DataError
        If CLDR has no such language, words are missing, or some cannot be used. It names all of them.
    """
    known = _known(tag if offered(tag) else from_cldr.tag(tag))
    above, faults, missing = known["above"], Faults(), []
    words: dict[str, dict[str, Any]] = {}
    for part in ("text", *([f"charts/{chart}"] if chart else []), "data"):
        theirs = _part(own, part)
        by_default = BY_DEFAULT if part == "text" else {}
        faults.found += [f"labels: {each}" for each in word_faults.found(part, theirs, by_default)]
        words[part] = merged(shipped(part, above) if above else by_default, theirs)
        if part != "data":
            missing += lacking(part, words[part])
    if missing and above:
        faults.tell(f"labels has no text for {', '.join(missing)}; leave out what the package's words shall say")
    elif missing:
        lacks = f", and labels lacks {', '.join(missing)}" if own else ""
        how = _how(known["tag"], chart)
        faults.tell(
            f"locale={shown(tag)} has no words in this package{lacks}; {how}. It has words for {', '.join(languages())}"
        )
    faults.refuse()
    return GivenTag(known["tag"], {part: digits.worded(each, known) for part, each in words.items()}, known)


def spoken(tag: object, labels: Mapping[str, Any] | None, chart: str) -> bool:
    """Return whether a chart can be written in a language, with the package's words or the author's."""
    try:
        own = separated(labels)[1]
        return (offered(tag) and not own) or bool(given(tag, own, chart))
    except DataError:
        return False


def _how(tag: str, chart: str | None) -> str:
    whole = f"tradecontext words {tag}{f' {chart}' if chart else ''} > {tag}.json"
    return f"`{whole}` writes all of them in English to be translated, for labels='{tag}.json'"


@cache
def _known(tag: str) -> dict[str, Any]:
    """Return what CLDR knows of a language, and the nearest language above it that the package has words for."""
    if offered(tag):
        return {**cldr(tag), "tag": tag, "above": tag, "partners": {}}
    above: str | None = digits.without(tag)
    while above and above not in languages():
        above = from_cldr.parent(above)
    letters = {} if above else partners.letters()
    found = digits.chosen(from_cldr.known(tag), tag)
    return {**found, "above": above, "partners": from_cldr.partners(tag, letters) if letters else {}}


def partner(code: str, tag: str) -> str | None:
    """Return a partner's name in a language, as a table prints it; None for an unknown code."""
    if isinstance(tag, GivenTag):
        return tag.known["partners"].get(code) or partners.name(code, tag.known["above"] or "en")
    return partners.name(code, tag)


def of_sources(tag: str, *place: str) -> dict[str, Any]:
    """Return the words of a language for a source, or for sentences about sources.

    Raises
    ------
    DataError
        If the author's words lack some. It names all of them.
    """
    english, own = shipped("data", "en"), (tag.words["data"] if isinstance(tag, GivenTag) else shipped("data", tag))
    for key in place:
        english, own = english[key], own.get(key) or {}
    if isinstance(tag, GivenTag) and (missing := [key for key in _keys(english) if not _there(own, key)]):
        whole = ", ".join(".".join(("data", *place, key)) for key in missing)
        raise DataError(f"locale={shown(str(tag))}: labels lacks {whole}; {_how(tag, None)}")
    return own


def translated(tag: str, english: str, *place: str) -> str:
    """Return the author's translation of an English text of the package; the text itself for other tags."""
    known = _part(shipped("data", "en"), "/".join(place))
    found = next((key for key, text in known.items() if text == english), None)
    return str(of_sources(tag, *place)[found]) if found and isinstance(tag, GivenTag) else english


def lacking(part: str, own: Words) -> list[str]:
    """Return the keys that a part's words lack, each with its place: "text.terms.year"."""
    place = part.replace("/", ".")
    return [f"{place}.{key}" for key in _keys(_english(part)) if not _there(own, key)]


def template(tag: str, charts: list[str]) -> dict[str, Any]:
    """Return labels with all words of a language, in English if the package has none, with all plural forms."""
    known = _known(tag if offered(tag) else from_cldr.tag(tag))
    forms = [*known["plurals"], "other"]

    def words(part: str) -> Any:
        return shipped(part, known["above"]) if known["above"] else _in_forms(_english(part), forms)

    text = words("text") if known["above"] else {**BY_DEFAULT, **words("text")}
    by_chart = {chart: words(f"charts/{chart}") for chart in charts}
    return {"words": {"text": text, "charts": by_chart, "data": words("data")}}


def _english(part: str) -> dict[str, Any]:
    return {key: each for key, each in shipped(part, "en").items() if part != "text" or key not in BY_DEFAULT}


def _in_forms(words: Any, forms: list[str]) -> Any:
    """Give counts all plural forms of a language, with English's "other" as a fallback."""
    if isinstance(words, Mapping):
        return {key: _in_forms(each, forms) for key, each in words.items()}
    if not isinstance(words, str):
        return words

    def every(gap: re.Match[str]) -> str:
        own = dict(plural.FORM.findall(gap[2] or ""))
        texts = "".join(f" {form} {{{own.get(form, own['other'])}}}" for form in forms) if own else ""
        return f"{{{gap[1]}{plural.COUNTED}{texts}}}" if own else gap[0]

    return plural.GAP.sub(every, words)


def _part(own: Words, part: str) -> Any:
    for key in part.split("/"):
        own = own.get(key) or {} if isinstance(own, Mapping) else {}
    return own


def _keys(words: Words, place: str = "") -> list[str]:
    """Return the keys of texts that are not empty in English, and of lists."""
    return [
        key
        for name, each in words.items()
        for key in (_keys(each, f"{place}{name}.") if isinstance(each, Mapping) else [f"{place}{name}"] if each else [])
    ]


def _there(own: Any, key: str) -> bool:
    for name in key.split("."):
        own = own.get(name) if isinstance(own, Mapping) else None
    return own not in (None, "", [])


def unknown_gap(tag: str, key: str, sentence: str, gap: str) -> str:
    """Return the message about a gap that a chart does not fill in one of the author's sentences."""
    where = f"locale={shown(str(tag))}: the sentence {key!r} in labels"
    return f"{where} has the gap {{{gap}}}, which nothing fills here: {shown(sentence)}"
