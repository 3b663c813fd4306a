"""A house's font: reduced to what charts print, measured, and carried in the spec, so that nothing is asked for."""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError, named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KEPT = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x218, 0x21B),
    (0x2010, 0x2027),
    (0x202F, 0x203A),
    (0x20A0, 0x20BF),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2265),
    (0x25A0, 0x25CF),
)
"""Characters that are kept: letters of the Latin script, punctuation, currencies, arrows and simple shapes."""

LARGEST = 240_000
"""Most bytes of a font after that: every page carries it."""

NEEDED = "0123456789"
"""A font without these is one of symbols."""

NO_EMBEDDING = 0x0002
"""OS/2's flag of a font whose licence forbids to embed it."""


@lru_cache(maxsize=32)
def face(path: Path, changed: int, family: str, weight: int) -> dict[str, Any]:  # noqa: ARG001 (`changed` is part of the key)
    """Return one weight of a font as a spec has it.

    Parameters
    ----------
    path : Path
        A TrueType font, also as WOFF or WOFF2; of a variable one, the weight is taken.
    changed : int
        When the file was last changed, so that a file is read again after that.
    family : str
        The name that it has in every output.
    weight : {400, 600}
        What it is used as.

    Returns
    -------
    dict
        The font as a data URL, and the widths of its characters in thousandths of its size.

    Raises
    ------
    DataError
        If it cannot be read, embedded or drawn by every output.
    """
    try:
        from fontTools.ttLib import TTFont
    except ImportError:
        raise DataError('a house\'s font needs fontTools: pip install "tradecontext[brand]"') from None
    try:
        font = TTFont(path, recalcTimestamp=False)
        _refuse(font, path)
        if "fvar" in font:
            from fontTools.varLib.instancer import instantiateVariableFont

            axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
            lowest, highest = next(
                ((axis.minValue, axis.maxValue) for axis in font["fvar"].axes if axis.axisTag == "wght"), (0, 0)
            )
            if "wght" in axes:
                axes["wght"] = min(max(weight, lowest), highest)
            font = instantiateVariableFont(font, axes)
        reduced(font, (code for first, last in KEPT for code in range(first, last + 1)))
        _rename(font, family, weight)
        file = io.BytesIO()
        font.save(file)
    except DataError:
        raise
    except OSError as error:
        raise DataError(f"the font {named(path)} cannot be read: {error.strerror or error}") from None
    except ImportError:
        raise DataError(
            f"the font {named(path)} is WOFF2, which needs Brotli: "
            'pip install "tradecontext[brand]", or give a .ttf file'
        ) from None
    except Exception as error:  # noqa: BLE001 (a damaged font fails in many ways)
        raise DataError(f"the font {named(path)} is no font that can be read ({error}); give a .ttf file") from None
    data = file.getvalue()
    if len(data) > LARGEST:
        raise DataError(f"the font {named(path)} has {len(data):,} bytes of Latin letters; at most {LARGEST:,}")
    runs = widths(font)
    return {
        "src": f"data:font/ttf;base64,{base64.b64encode(data).decode()}",
        "widths": [{"first": first, "widths": run} for first, run in runs.items()],
    }


def _refuse(font: Any, path: Path) -> None:
    if "glyf" not in font:
        raise DataError(
            f"the font {named(path)} has PostScript outlines, which PDF cannot take; give the TrueType file (.ttf)"
        )
    if "OS/2" in font and font["OS/2"].fsType & 0xF == NO_EMBEDDING:
        raise DataError(f"the font {named(path)} says that it may not be embedded; give one that may")
    lacking = [each for each in NEEDED if ord(each) not in font.getBestCmap()]
    if lacking:
        raise DataError(f"the font {named(path)} has no digits; give a font of text")


def reduced(font: Any, codes: Iterable[int]) -> None:
    """Keep these characters of a font, with digits of one width, as columns need, and without ligatures.

    The width of a text is then the sum of the widths of its characters, but for kerning.
    """
    from fontTools.subset import Options, Subsetter

    _widen_figures(font)
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk"]
    options.flavor = None
    options.hinting = False
    options.drop_tables += ["FFTM"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(codes))
    subsetter.subset(font)
    font.flavor = None


def _widen_figures(font: Any) -> None:
    """Map 0 to 9 to the font's tabular figures, if it has others too."""
    table = font["GSUB"].table if "GSUB" in font else None
    if table is None or table.FeatureList is None:
        return
    places = {
        place
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for place in record.Feature.LookupListIndex
    }
    wide: dict[str, str] = {}
    for place in sorted(places):
        for subtable in table.LookupList.Lookup[place].SubTable:
            wide |= getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
    for cmap in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in getattr(cmap, "cmap", ()):
                cmap.cmap[code] = wide.get(cmap.cmap[code], cmap.cmap[code])


def widths(font: Any) -> dict[int, list[int]]:
    """Return the width of every character in thousandths of the size, as runs by their first character."""
    advances, last = font["hmtx"].metrics, -2
    runs: dict[int, list[int]] = {}
    first = 0
    for code, glyph in sorted(font.getBestCmap().items()):
        first = code if code != last + 1 else first
        runs.setdefault(first, []).append(round(advances[glyph][0] / font["head"].unitsPerEm * 1000))
        last = code
    return runs


def _rename(font: Any, family: str, weight: int) -> None:
    """Give a font the family and weight under which painters look for it."""
    table = font["name"]
    table.names = [each for each in table.names if each.nameID in {0, 13, 14}]
    style = "Regular" if weight == 400 else "SemiBold"
    postscript = "".join(each for each in family if each.isascii() and each.isalnum()) or "House"
    for number, text in {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 6: postscript}.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
