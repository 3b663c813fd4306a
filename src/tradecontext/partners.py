"""Names and codes of trading partners: what a publisher writes, to one code and back.

Spellings are matched exactly in a shipped table. Similarity is never used to decide: measured on the
Census Bureau's own rows, it takes "USMCA with Mexico (Consump)" for Mexico and "South America" for South
Africa. It only words suggestions in error messages.
"""

from __future__ import annotations

import csv
import difflib
import unicodedata
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Names that publishers use for more than one partner. They resolve to nothing and suggest these.
AMBIGUOUS = {
    "Congo": ("COD", "COG"),
    "Korea": ("KOR", "PRK"),
    "Virgin Islands": ("VGB", "VIR"),
    "St Martin": ("MAF", "SXM"),
    "Saint Martin": ("MAF", "SXM"),
}

#: Groups that publishers list among single partners; a group beside its members would be counted twice.
GROUPS = (
    *("World", "Mundo", "Monde", "Total", "Rest of the world", "Rest of world", "Resto del mundo", "European Union"),
    *("Unión Europea", "EU", "UE", "EU27", "EU28", "EU-27", "EU-28", "Euro area", "Eurozone", "Zona euro", "Europe"),
    *("Europa", "Asia", "Africa", "África", "North America", "América del Norte", "South America", "América del Sur"),
    *("Latin America", "América Latina", "Oceania", "OPEC", "OPEP", "NAFTA", "USMCA", "T-MEC", "ASEAN", "Mercosur"),
    *("G7", "G20", "BRICS", "OECD", "OCDE", "Pacific Rim"),
)

_ISO2_LENGTH = 2


def normalise(text: str) -> str:
    """Reduce a spelling to the letters and digits by which the table is searched.

    Case, accents, punctuation and spaces are dropped; "&" reads "and".
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    return "".join(char for char in unicodedata.normalize("NFKD", decomposed) if char.isalnum())


@cache
def _rows() -> dict[str, dict[str, str]]:
    # The csv module keeps "NA", Namibia's code, as text where pandas would read a missing value.
    text = resources.files("tradecontext.data").joinpath("partners.csv").read_text("utf-8")
    return {row["partner"]: row for row in csv.DictReader(text.splitlines())}


@cache
def _codes() -> dict[str, str]:
    codes = {code: code for code in _rows()}
    return codes | {row["iso2"]: code for code, row in _rows().items() if row["iso2"]}


@cache
def _spellings() -> dict[str, str]:
    text = resources.files("tradecontext.data").joinpath("partner_spellings.csv").read_text("utf-8")
    return {normalise(row["spelling"]): row["partner"] for row in csv.DictReader(text.splitlines())}


def resolve(value: object) -> str | None:
    """Return the partner's code for a code or a name as publishers write it.

    Parameters
    ----------
    value : object
        ISO 3166-1 alpha-3 or alpha-2 code in capitals, or a name: "Korea, South", "Korea, Rep.",
        "Viet Nam", "Türkiye", "México", "CONGO (KINSHASA)". Matching is exact but for case, accents,
        punctuation and spaces.

    Returns
    -------
    str or None
        The alpha-3 code, or the package's own code for a territory that has none, such as ``"US-5082"``.
        None when the value is not text, not known, an aggregate (World, European Union, South America)
        or ambiguous ("Congo", "Korea").
    """
    if not isinstance(value, str):
        return None
    text = value.strip()
    if text in _codes():
        return _codes()[text]
    return _spellings().get(normalise(text))


def is_code(value: str) -> bool:
    """Say whether a text is a partner's alpha-3 code, or one of the package's own for a territory that has none."""
    return value in _rows()


def is_group(value: str) -> bool:
    """Say whether a name is one of the groups that publishers list among single partners."""
    return normalise(value) in {normalise(group) for group in GROUPS}


def group_members(value: str) -> frozenset[str] | None:
    """Return the codes of a group's members, or None where they are not known."""
    return frozenset(_rows()) if normalise(value) in {"world", "wld"} else None


def suggest(value: object, *, limit: int = 3) -> list[str]:
    """Return partners that an unknown spelling may mean, for an error message and nothing else.

    Parameters
    ----------
    value : object
        What was found.
    limit : int
        At most so many.

    Returns
    -------
    list of str
        Like ``["South Korea (KOR)", "North Korea (PRK)"]``; empty when nothing is close.
    """
    if not isinstance(value, str) or not normalise(value):
        return []
    key = normalise(value)
    meant: tuple[str, ...] = next((codes for text, codes in AMBIGUOUS.items() if normalise(text) == key), ())
    if not meant:
        # A cap on length keeps a pasted page of text from being compared with every spelling.
        close = difflib.get_close_matches(key[:80], _spellings(), n=4 * limit, cutoff=0.7)
        if len(value.strip()) <= _ISO2_LENGTH + 1 and value.strip().upper() in _codes():
            meant = (_codes()[value.strip().upper()],)
        else:
            meant = tuple(dict.fromkeys(_spellings()[spelling] for spelling in close))
    return [f"{name(code)} ({code})" for code in meant[:limit]]


def suggest_each(values: Sequence[str]) -> dict[str, list[str]]:
    """Return what :func:`suggest` does for each of several unknown spellings."""
    return {value: suggest(value) for value in values}


def name(code: str, language: str = "en") -> str | None:
    """Return a partner's name.

    Parameters
    ----------
    code : str
        As :func:`resolve` returns it.
    language : str
        ``"en"``, ``"es"``, ``"pt"`` or ``"fr"``, with or without a region. Former countries and the
        package's own codes have an English name only, which is then returned.

    Returns
    -------
    str or None
        None when the code is not known.
    """
    row = _rows().get(code)
    if row is None:
        return None
    return row.get(f"name_{language.replace('_', '-').split('-')[0].lower()}") or row["name_en"] or None
