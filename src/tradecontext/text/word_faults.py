"""What is wrong with words that an author gives: keys that no chart prints, and texts that cannot be printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from tradecontext.errors import shown
from tradecontext.text import plural
from tradecontext.text.printable import LONGEST, unprintable
from tradecontext.text.word_files import FOLDERS, languages, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

FORM = re.compile(r"_[a-z]+$")
"""The end of a gap with a term or a name in another form."""


def found(part: str, own: Any, by_default: Mapping[str, Any]) -> Iterator[str]:
    """Yield the faults of the author's words of a part, each with its place: "text.terms.year".

    Parameters
    ----------
    part : str
        A part of the package, as :func:`tradecontext.text.word_files.words` takes it.
    own : mapping
        The words.
    by_default : mapping
        What the part may have beside the keys of the English words.
    """
    yield from _of_words(part, (), own, {**by_default, **shipped(part, "en")})


def _of_words(part: str, place: tuple[str | int, ...], own: Any, english: Any) -> Iterator[str]:
    where = ".".join(map(str, (part.replace("/", "."), *place)))
    if place == ("names", "joints"):
        yield from _of_joints(where, own)
    elif isinstance(english, Mapping) and isinstance(own, Mapping):
        free = {"names", "currency_names", "days"} & {*place[:1]}
        for key, each in own.items():
            if key in english or free:
                like: Any = english.get(key, next(iter(english.values()), ""))
                yield from _of_words(part, (*place, key), each, like)
            else:
                yield f"{where} has {shown(key)}, which no chart prints"
    elif isinstance(english, list) and isinstance(own, (list, tuple)):
        for at, each in enumerate(own):
            yield from _of_words(part, (*place, at), each, english[0] if english else each)
    elif type(own) is not type(english):
        yield f"{where} is {shown(own)}, which has another form than in English: {shown(english)}"
    elif isinstance(own, str) and (fault := _of_text(part, place, own, str(english))):
        yield f"{where} {fault}"


def _of_joints(where: str, own: Any) -> Iterator[str]:
    try:
        pairs = [(re.compile(pattern), instead + "") for joint in own.values() for pattern, instead in joint]
    except (AttributeError, TypeError, ValueError, re.error) as error:
        yield f"{where} has to be pairs of a regular expression and a text, by the word that changes ({error})"
        return
    yield from (f"{where} has {why}; take it out" for _, instead in pairs if (why := unprintable(instead)))


def _of_text(part: str, place: tuple[str | int, ...], own: str, english: str) -> str:
    """Return why a text cannot be printed; an empty text if it can."""
    if why := unprintable(own):
        return f"has {why}; take it out"
    if len(own) > LONGEST:
        return f"is {len(own):,} characters long; at most {LONGEST:,} can be printed"
    if re.search("[{}]", re.sub(r"\{\}", "", plural.GAP.sub("", own))):
        return f"has a brace that begins or ends no gap: {shown(own)}"
    if any(forms and "other" not in dict(plural.FORM.findall(forms)) for _, forms in plural.GAP.findall(own)):
        return f"has plural forms without other: {shown(own)}"
    known = _gaps(english) | (_anywhere() if place[0] == "sentences" else {"symbol", "currency"})
    # Other languages have gaps that English has no use for: a count beside a scale, a name without its article.
    if unknown := _unknown(own, known) and _unknown(own, known | _gaps_of_ours(part, place)):
        return f"has the gap {{{unknown[0]}}}, which nothing fills; English has {shown(english)}"
    return ""


def _gaps(text: str) -> set[str]:
    """Return the gaps of a text and of its plural forms."""
    parts = plural.GAP.findall(text)
    inside = {each for _, forms in parts for _, form in plural.FORM.findall(forms) for each in _gaps(form)}
    return inside | {name for name, _ in parts}


def _gaps_of_ours(part: str, place: tuple[str | int, ...]) -> set[str]:
    """Return the gaps of a text in all languages that the package has words for."""
    every: set[str] = set()
    for tag in languages(part):
        text: Any = shipped(part, tag)
        for key in place:
            text = text.get(key) if isinstance(text, Mapping) else None
        every |= _gaps(text) if isinstance(text, str) else set()
    return every


def _unknown(text: str, known: set[str]) -> list[str]:
    """Return the gaps of a text that are unknown with and without the ending of a form, such as "_of"."""
    whole = known | {FORM.sub("", name) for name in known}
    return sorted(name for name in _gaps(text) if not {name, FORM.sub("", name)} & whole)


@cache
def _anywhere() -> set[str]:
    """Return the gaps that may stand in any sentence: terms, partners, the reporting country, and parts of amounts."""
    charts = (each for folder in FOLDERS if (folder / "charts").is_dir() for each in (folder / "charts").iterdir())
    own = (shipped(f"charts/{chart.name}", "en") for chart in charts if (chart / "words" / "en.json").is_file())
    parts = [shipped("text", "en"), *own]
    return {term for words in parts for term in words.get("terms", {})} | {
        *("reporter", "partner", "owner", "imports_of", "year", "number", "symbol", "scale", "currency")
    }
