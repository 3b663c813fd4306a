"""The contrast of a colour to its background, as WCAG 2 defines it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def luminance(colour: Sequence[float]) -> float:
    """Return the relative luminance of red, green and blue, each of 255."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in colour[:3])
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: Sequence[float], ground: Sequence[float], opacity: float = 1) -> float:
    """Return the contrast ratio of a colour on an opaque background, 1 to 21."""
    seen = [opacity * a + (1 - opacity) * b for a, b in zip(ink[:3], ground[:3], strict=True)]
    low, high = sorted([luminance(seen), luminance(ground)])
    return (high + 0.05) / (low + 0.05)
