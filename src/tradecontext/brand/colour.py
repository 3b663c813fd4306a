"""Colours as a reader sees them: contrast, lightness, and how they look to colour-blind eyes.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Colour blindness is simulated with the
matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
IEEE Transactions on Visualization and Computer Graphics 15 (2009), for a complete lack of one kind of cone. How far two
colours are from each other is their distance in CIE L*a*b* (1976), under daylight (D65).
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Three = tuple[float, float, float]

# From the authors' supplement, severity 1.0, to be applied to linear RGB.
BLINDNESS: dict[str, tuple[Three, Three, Three]] = {
    "without red cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "without green cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "without blue cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""For each kind of colour blindness, the matrix that turns a colour into what is seen of it."""

TO_XYZ: tuple[Three, Three, Three] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
FROM_XYZ: tuple[Three, Three, Three] = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
WHITE: Three = (0.95047, 1.0, 1.08883)
CURVE = 216 / 24389
SLOPE = 24389 / 27

FINEST = 0.5
"""Step of lightness, out of 100, in which a colour that passes is sought."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """Return how light a colour is, 0 to 100: all that is left of it in greys."""
    return _lab(_linear(colour))[0]


@lru_cache(maxsize=4096)
def distance(one: str, other: str, eyes: str) -> float:
    """Return how far two colours are from each other in eyes of `BLINDNESS`."""
    return math.dist(*(_lab(_times(BLINDNESS[eyes], _linear(each))) for each in (one, other)))


def mixed(one: str, other: str, share: float) -> str:
    """Return a mixture with this share of the first colour."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return _hex(share * first + (1 - share) * second for first, second in pairs)


def nearest(colour: str, passes: Callable[[str], bool]) -> str | None:
    """Return the colour of the same hue that passes and is nearest in lightness; None if there is none."""
    if passes(colour):
        return colour
    start, green_red, blue_yellow = _lab(_linear(colour))
    for step in range(1, int(100 / FINEST)):
        for sign in (-1, 1):
            light = start + sign * step * FINEST
            if 0 <= light <= 100 and passes(found := _displayed(light, green_red, blue_yellow)):
                return found
    return None


def _displayed(light: float, green_red: float, blue_yellow: float) -> str:
    """Return a colour of L*a*b* with as much of its chroma as a screen can show."""
    tries = [_from_lab(light, green_red * share / 20, blue_yellow * share / 20) for share in range(20, -1, -1)]
    linear = next((each for each in tries if all(-0.0005 <= part <= 1.0005 for part in each)), tries[-1])
    return _hex(_encoded(min(1.0, max(0.0, each))) for each in linear)


def _parts(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def _hex(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(each * 255):02x}" for each in parts)


@lru_cache(maxsize=4096)
def _linear(colour: str) -> Three:
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in _parts(colour))
    return red, green, blue


def _encoded(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    return sum(weight * each for weight, each in zip(TO_XYZ[1], _linear(colour), strict=True))


def _times(matrix: tuple[Three, Three, Three], vector: Three) -> Three:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def _lab(linear: Three) -> Three:
    x, y, z = (
        each ** (1 / 3) if (each := max(0.0, part) / white) > CURVE else (SLOPE * each + 16) / 116
        for part, white in zip(_times(TO_XYZ, linear), WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _from_lab(light: float, green_red: float, blue_yellow: float) -> Three:
    y = (light + 16) / 116
    xyz = [
        white * (each**3 if each**3 > CURVE else (116 * each - 16) / SLOPE)
        for each, white in zip((y + green_red / 500, y, y - blue_yellow / 200), WHITE, strict=True)
    ]
    return _times(FROM_XYZ, (xyz[0], xyz[1], xyz[2]))
