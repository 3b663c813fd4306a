"""Names and codes of trading partners: resolve the spellings of publishers to codes, and codes to names.

Spellings are looked up in tables and have to match exactly. Similarity never decides: on the Census Bureau's own rows
it would take "USMCA with Mexico (Consump)" for Mexico and "South America" for South Africa. It is used only for
suggestions in error messages.

There are four tables: codes, which are matched as written; the names that publishers use in English, Spanish,
Portuguese and French; groups; and the names in all other languages of CLDR, a large table that is read only if the
others have no match. The tables list all meanings of a spelling. Most have one; a spelling with several ("Congo")
resolves to none of them. A meaning is a partner's code, or a group's code after ``@``.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal

from tradecontext.partners.nearest import Nearest
from tradecontext.partners.spelling import normalise, with_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

GroupKind = Literal["total", "group", "remainder"]

_CODE_LENGTH = 3
_GROUP = "@"

_LONGEST = 200
"""Longest spelling to look up, in characters; the longest in the tables has half as many."""

# What is dropped around a name: articles of the shipped languages before or after it ("the Netherlands", "Pays-Bas
# (les)"), and footnote marks: a star, or one or two digits that are raised or in brackets ("Germany (1)", "China*").
# No partner's name ends in such a mark, but some end in a letter in brackets: "Congo (B)" is Brazzaville.
_AROUND = re.compile(
    r"^(?:the|la|le|les|el|las|los)\s+"
    r"|(?:\s*[,(]\s*(?:the|la|le|les|el|las|los)\s*\)?)?"
    r"(?:\s*(?:[*†‡§⁰¹²³⁴-⁹]|[(\[](?:\d{1,2}|[*†‡])[)\]]))*$",
    re.IGNORECASE,
)


def _table(name: str) -> list[dict[str, str]]:
    # The csv module keeps "NA", Namibia's code, as text; pandas would read a missing value.
    text = resources.files("tradecontext.data").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["partner"]: row for row in _table("partners.csv")}


@cache
def _groups() -> dict[str, dict[str, str]]:
    return {_GROUP + row["group"]: row for row in _table("partner_groups.csv")}


@cache
def _codes() -> dict[str, str]:
    codes = {code: code for code in _rows()}
    codes |= {row["iso2"]: code for code, row in _rows().items() if row["iso2"]}
    codes |= {row["code"]: row["partner"] for row in _table("partner_codes.csv")}
    return codes | {code: group for group, row in _groups().items() for code in row["codes"].split()}


@cache
def _names() -> dict[str, str]:
    names = {normalise(row["spelling"]): row["partner"] for row in _table("partner_spellings.csv")}
    return names | {
        normalise(spelling): group for group, row in _groups().items() for spelling in row["names"].split("; ")
    }


@cache
def _other_languages() -> dict[str, str]:
    return {key: row["meaning"] for row in _table("partner_names.csv") for key in row["keys"].split()}


def _cleaned(value: str) -> str:
    """Return a text without invisible characters, and with every run of white space as one plain space."""
    return " ".join("".join(char for char in value if unicodedata.category(char) != "Cf").split())


def _meanings(value: object) -> list[str]:
    """Return the meanings of a spelling: none, one partner or group, or several."""
    if not isinstance(value, str) or len(value.strip()) > _LONGEST:
        return []
    text = _cleaned(value)
    spellings = list(dict.fromkeys((text, _AROUND.sub("", text))))
    for spelling in spellings:
        if found := _codes().get(spelling) or _names().get(normalise(spelling)):
            return found.split()
    for spelling in spellings:
        # Up to three capitals are a code and not a name: "CAD" is not Chad, which some language calls "Cad".
        if len(spelling) <= _CODE_LENGTH and spelling.isascii() and spelling.isupper():
            continue
        if found := _other_languages().get(with_accents(spelling)) or _other_languages().get(normalise(spelling)):
            return found.split()
    return []


def resolve(value: object) -> str | None:
    """Return the partner's code for a code or a name as publishers write it.

    Parameters
    ----------
    value : object
        ISO 3166-1 alpha-3 or alpha-2 code in capitals, a publisher's own ("EL", "ROM"), three digits of
        UN M49 ("484", "036"), or a name in any language of CLDR: "Korea, South", "Korea, Rep.", "Viet Nam",
        "Türkiye", "México", "Norwegen", "CONGO (KINSHASA)". Matching is exact except for case, accents,
        punctuation, spaces, an article and a footnote mark.

    Returns
    -------
    str or None
        The alpha-3 code, or the package's own code for a territory that has none, such as ``"US-5082"``.
        None if the value is not text, not known, a group (World, European Union, South America) or ambiguous ("Congo",
        "Korea"). A number is not text: 36 may be Australia's code, but also a rank or a row number.
    """
    meanings = _meanings(value)
    return meanings[0] if len(meanings) == 1 and not meanings[0].startswith(_GROUP) else None


def is_code(value: str) -> bool:
    """Return whether a text is a partner's alpha-3 code, or the package's own for a territory that has none."""
    return value in _rows()


def group_kind(value: object) -> GroupKind | None:
    """Return the kind of group that a name or code stands for, if it is not a single partner.

    Parameters
    ----------
    value : object
        As publishers write it, in any language of CLDR: "World", "EU27_2020", "Ostasien", "Areas, nes".

    Returns
    -------
    str or None
        ``"total"`` of all partners, a named ``"group"`` of them, or a ``"remainder"``: partners that are not named, not
        known or confidential, and that are in no other row. None for anything else, and if it may also be a partner.
    """
    meanings = _meanings(value)
    if not meanings or not all(meaning.startswith(_GROUP) for meaning in meanings):
        return None
    kind: GroupKind = _groups()[meanings[0]]["kind"]  # type: ignore[assignment]
    return kind


def is_group(value: object) -> bool:
    """Return whether a name or code stands for a total, a group or a remainder instead of a single partner."""
    return group_kind(value) is not None


def is_sum(value: object) -> bool:
    """Return whether a name or code is a total or a named group, whose members may have rows of their own.

    A remainder (Areas, nes; Bunkers; Unspecified) is not, since no other row contains any of it.
    """
    return group_kind(value) in {"total", "group"}


def group_members(value: object) -> frozenset[str] | None:
    """Return the members of a group, so that they are not added to it.

    Parameters
    ----------
    value : object
        A group as publishers write it: "EU27", "Euro area", "USMCA", "ASEAN", "G7", "Mercosur", "Extra-EU",
        "World". A name without a year is read as the group stood in January 2026.

    Returns
    -------
    frozenset of str or None
        Codes as :func:`resolve` returns them. None if the value is not a group, or its members are not in the tables,
        such as those of continents and remainders.
    """
    meanings = _meanings(value)
    if len(meanings) != 1 or not meanings[0].startswith(_GROUP):
        return None
    return frozenset(_groups()[meanings[0]]["members"].split()) or None


def suggest(value: object, *, limit: int = 3) -> list[str]:
    """Return partners that an unknown spelling may mean, for use in an error message only.

    Parameters
    ----------
    value : object
        The unknown spelling.
    limit : int
        Largest number of suggestions.

    Returns
    -------
    list of str
        Like ``["South Korea (KOR)", "North Korea (PRK)"]``; empty when nothing is close.
    """
    if not isinstance(value, str) or not normalise(value[:_LONGEST]):
        return []
    meant = _meanings(value)
    if len(meant) < 2:
        meant = _as_code(value.strip()) or _alike(normalise(value[:_LONGEST]), limit)
    return [_label(meaning) for meaning in meant[:limit]]


def suggest_all(values: Iterable[str], *, limit: int = 3) -> dict[str, list[str]]:
    """Return the suggestions of :func:`suggest` for each of several unknown spellings."""
    return {value: suggest(value, limit=limit) for value in values}


def _as_code(text: str) -> list[str]:
    """Return the meaning of a code in a form that publishers do not use: "mx", "36", "484.0"."""
    digits = re.fullmatch(r"(\d{1,3})(?:\.0+)?", text, re.ASCII)
    code = digits[1].zfill(3) if digits else text.upper() if len(text) <= _CODE_LENGTH else ""
    found = _codes().get(code, _GROUP)
    if found.startswith(_GROUP) and len(text) == _CODE_LENGTH + 1:
        # A code with a letter too many.
        near = difflib.get_close_matches(text.upper(), (each for each in _codes() if each.isalpha()), 1, 0.8)
        found = _codes()[near[0]] if near else _GROUP
    return [] if found.startswith(_GROUP) else [found]


@cache
def _nearest() -> Nearest:
    names = _other_languages() | _names()
    return Nearest(key for key, meaning in names.items() if not meaning.startswith(_GROUP))


def _alike(key: str, limit: int) -> list[str]:
    """Return the partners whose spellings are nearest, nearest first."""
    found = (_names().get(near) or _other_languages()[near] for near in _nearest().to(key))
    partners = [code for meanings in found for code in meanings.split() if not code.startswith(_GROUP)]
    return list(dict.fromkeys(partners))[:limit]


def _label(meaning: str) -> str:
    if meaning.startswith(_GROUP):
        return f"{_groups()[meaning]['names'].split('; ')[0]} (a group)"
    return f"{name(meaning)} ({meaning})"


def letters() -> dict[str, str]:
    """Return ISO's two letters of each partner that has them, by code."""
    return {code: row["iso2"] for code, row in _rows().items() if row["iso2"]}


def name(code: str, language: str = "en") -> str | None:
    """Return a partner's name.

    Parameters
    ----------
    code : str
        As :func:`resolve` returns it.
    language : str
        A language of the columns ``name_…`` of :func:`tradecontext.data.partners`, with or without a region, such as
        ``"es-MX"``; in any other, the English name is returned. Former countries and the package's own codes have an
        English name only.

    Returns
    -------
    str or None
        None when the code is not known.
    """
    row = _rows().get(code)
    if row is None:
        return None
    tag = language.replace("_", "-")
    return row.get(f"name_{tag}") or row.get(f"name_{tag.split('-')[0].lower()}") or row["name_en"] or None
