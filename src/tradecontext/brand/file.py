"""Read a house's _brand.yml (https://posit-dev.github.io/brand-yml/) into the ``brand`` of a spec."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tradecontext import logo
from tradecontext.brand import palette
from tradecontext.brand.typography import Typography, typed
from tradecontext.errors import DataError, Faults, named, shown
from tradecontext.paths import given_path
from tradecontext.text.printable import filled, words

LARGEST = 1_000_000
"""Largest file in bytes."""

DEEPEST = 16
"""Most names of colours that may lead to each other."""

NAMED = ("primary", "secondary", "tertiary", "success", "info", "warning", "danger")
"""Colours of a brand.yml that are accents, in this order, where it names no others."""

SIDES = ("light", "dark")
PAPER, INK = "#ffffff", "#17191c"
HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
TALL = 32
TALLEST, LEAST_TALL = 64, 12
"""Height of a logo in px, and its bounds."""


def read(value: object) -> dict[str, Any]:
    """Return the ``brand`` of a spec.

    Parameters
    ----------
    value : path or mapping
        A brand.yml, or what is in one; paths in a mapping start from the present folder.

    Raises
    ------
    DataError
        Naming everything that cannot be used, and each pair of colours that readers could not see or tell apart.
    """
    if isinstance(value, Mapping):
        return _Brand(value, Path()).made()
    path = given_path(value, "read the brand")  # type: ignore[arg-type]
    return _Brand(_loaded(path), path.parent).made()


def _loaded(path: Path) -> Mapping[str, Any]:
    try:
        import yaml
    except ImportError:
        raise DataError('a brand.yml needs PyYAML: pip install "tradecontext[brand]"') from None
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise DataError(f"cannot read the brand {named(path)}: {getattr(error, 'strerror', error)}") from None
    if len(content) > LARGEST:
        raise DataError(f"{named(path)} has more than {LARGEST:,} bytes; that is no brand.yml")
    try:
        found = yaml.safe_load(content.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise DataError(f"{named(path)} is not YAML ({' '.join(str(error).split())[:200]})") from None
    if not isinstance(found, Mapping):
        raise DataError(f"{named(path)} has no color, typography or logo; see docs/style.md for what a brand.yml has")
    return found


class _Brand:
    """One brand.yml, whose faults are collected."""

    def __init__(self, content: Mapping[str, Any], folder: Path) -> None:
        self.faults = Faults()
        self.folder = folder
        self.content = content
        self.color = self.section(content, "color")
        self.own = self.section(self.section(content, "defaults"), "tradecontext", "defaults.")

    def section(self, within: Mapping[str, Any], name: str, above: str = "") -> Mapping[str, Any]:
        found = within.get(name)
        if found is None or isinstance(found, Mapping):
            return found or {}
        self.faults.tell(f"{above}{name} is {shown(found)}; it has to be a section of the file")
        return {}

    def made(self) -> dict[str, Any]:
        brand: dict[str, Any] = self.palettes()
        text = Typography(self.section(self.content, "typography"), self.folder, self.own.get("fallback"))
        for name, make in {
            "font": text.base,
            "headings": text.headings,
            "logo": self.logo,
            "corner": self.corner,
        }.items():
            with self.faults.noted():
                if (found := make()) is not None:
                    brand[name] = found
        self.faults.refuse()
        return brand

    # Colours.

    def palettes(self) -> dict[str, Any]:
        grounds = self.color.get("background")
        if isinstance(grounds, Mapping):
            known = [each for each in SIDES if each in grounds]
        else:
            paper = self.colour("color.background", grounds, "light") or PAPER
            known = [palette.side(paper)]
        return {each: made for each in known if (made := self.palette(each)) is not None}

    def palette(self, side: str) -> dict[str, Any] | None:
        names: dict[str, str] = {}
        given: dict[str, Any] = {}
        places = {
            "paper": ("color.background", self.color.get("background"), PAPER),
            "ink": ("color.foreground", self.color.get("foreground"), INK),
            "headline": (
                "typography.headings.color",
                typed(self.section(self.content, "typography"), "headings").get("color"),
                None,
            ),
            **{
                role: (f"defaults.tradecontext.{role}", self.own.get(role), None)
                for role in palette.ROLES
                if role not in {"paper", "ink", "headline"}
            },
        }
        before = len(self.faults.found)
        for role, (name, value, default) in places.items():
            names[role] = name
            if colour := self.colour(name, value, side) or default:
                given[role] = colour
        given["accents"] = []
        for name, value in self.accents():
            if colour := self.colour(name, value, side):
                names[f"accents[{len(given['accents'])}]"] = name
                given["accents"].append(colour)
        if len(self.faults.found) > before:
            return None
        found = palette.completed(given)
        # Accents that we add already suit the house's: only its own are checked, if it has any.
        checked = {**found, "accents": given["accents"] or found["accents"]}
        told = f", {side}" if isinstance(self.color.get("background"), Mapping) else ""
        for fault in palette.faults(checked, lambda role: names.get(role, role) + told):
            self.faults.tell(fault)
        return found

    def accents(self) -> list[tuple[str, Any]]:
        own = self.own.get("accents")
        if own is None:
            return [(f"color.{name}", self.color[name]) for name in NAMED if self.color.get(name)][: palette.MOST]
        if not isinstance(own, Sequence) or isinstance(own, str) or not 1 <= len(own) <= palette.MOST:
            self.faults.tell(
                f"defaults.tradecontext.accents is {shown(own)}; give a list of one to {palette.MOST} colours"
            )
            return []
        return [(f"defaults.tradecontext.accents[{place}]", each) for place, each in enumerate(own)]

    def colour(self, name: str, value: Any, side: str) -> str | None:
        """Return a colour as #rrggbb; a name stands for a colour of color.palette, or for another of color."""
        known = self.section(self.color, "palette", "color.")
        for _ in range(DEEPEST):
            if isinstance(value, Mapping):
                value = value.get(side)
            if value is None:
                return None
            if isinstance(value, str) and HEX.fullmatch(value.strip()):
                digits = value.strip()[1:].lower()
                return "#" + (digits if len(digits) == 6 else "".join(2 * each for each in digits))
            following = known.get(value, self.color.get(value)) if isinstance(value, str) else None
            if following is None:
                what = "neither a colour of color.palette nor written as #rrggbb"
                self.faults.tell(f"{name} is {shown(value)}, which is {what}")
                return None
            value = following
        self.faults.tell(f"{name} leads to colours that name each other")
        return None

    # The logo, and words.

    def logo(self) -> dict[str, Any] | None:
        own = self.content.get("logo")
        if own is None:
            return None
        size = self.own.get("logo")
        if isinstance(own, Mapping):
            sizes = [each for each in ("small", "medium", "large") if each in own]
            if size is not None and size not in sizes:
                raise DataError(
                    f"defaults.tradecontext.logo is {shown(size)}; the brand has {', '.join(sizes) or 'none'}"
                )
            if not sizes:
                return None
            size = size or sizes[0]
            chosen, images = own[size], self.section(own, "images", "logo.")
        else:
            chosen, images, size = own, {}, ""
        where = f"logo.{size}".rstrip(".")
        both = chosen if isinstance(chosen, Mapping) and not {"path"} & chosen.keys() else dict.fromkeys(SIDES, chosen)
        made: dict[str, Any] = {"alt": self.name(), "tall": self.tall()}
        for side in SIDES:
            each = both.get(side)
            each = images.get(each, each) if isinstance(each, str) else each
            path, alt = (each.get("path"), each.get("alt")) if isinstance(each, Mapping) else (each, None)
            if path is None:
                continue
            if not isinstance(path, str) or "://" in path:
                raise DataError(f"{where} is {shown(path)}; give the path of a picture beside the brand")
            made[side], _ = logo.read(self.folder / given_path(path, "read"))
            made["alt"] = words(alt, f"{where} alt") if alt else made["alt"]
        if not set(SIDES) & made.keys():
            raise DataError(f"{where} names no picture; give its path")
        if made.get("dark") == made.get("light"):
            del made["dark"]
        return made

    def name(self) -> str:
        name = self.section(self.content, "meta").get("name", "")
        name = (name.get("short") or name.get("full") or "") if isinstance(name, Mapping) else name
        return words(name, "meta.name", 300)

    def tall(self) -> int:
        tall = self.own.get("logo_height", TALL)
        if isinstance(tall, bool) or not isinstance(tall, int) or not LEAST_TALL <= tall <= TALLEST:
            raise DataError(
                f"defaults.tradecontext.logo_height is {shown(tall)}; give whole px, {LEAST_TALL} to {TALLEST}"
            )
        return tall

    def corner(self) -> str | None:
        own = self.own.get("corner")
        return None if own is None else filled(own, "defaults.tradecontext.corner", 60)
