"""The house whose style the commands give to charts: --brand, or the brand of the folder's pyproject.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradecontext import brand
from tradecontext.errors import DataError, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec import Spec

SETTINGS = Path("pyproject.toml")


@dataclass(frozen=True)
class House:
    """A brand as a spec has it, and whether it replaces the one that a spec has."""

    brand: Mapping[str, Any] | None = None
    always: bool = False

    def dress(self, spec: Spec) -> Spec:
        """Return a spec in the style of the house."""
        if self.brand is None or ("brand" in spec and not self.always):
            return spec
        # The brand was checked when it was read, and nothing else of a spec depends on it.
        return {**spec, "brand": self.brand}  # type: ignore[return-value]


NO_HOUSE = House()
"""Leaves every chart as it is."""


def house(given: Path | None) -> House:
    """Return the house that a command was given, or else that of the pyproject.toml in this folder.

    Raises
    ------
    DataError
        If its brand cannot be read or used.
    """
    if given is not None:
        return House(brand.read(given), always=True)
    found = _settings().get("brand")
    if found is not None and not isinstance(found, str):
        raise DataError(f"{SETTINGS}: [tool.tradecontext] brand is {shown(found)}; give the path of a _brand.yml")
    return House(brand.read(found))


def _settings() -> Mapping[str, Any]:
    try:
        content = SETTINGS.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    try:
        own: Any = tomllib.loads(content).get("tool", {}).get("tradecontext", {})
    except (tomllib.TOMLDecodeError, AttributeError) as error:
        raise DataError(f"{SETTINGS} is not TOML ({error}); correct it, or run the command in another folder") from None
    what = ", ".join(sorted(set(own) - {"brand"})) if isinstance(own, dict) else shown(own)
    if what:
        raise DataError(f"{SETTINGS}: [tool.tradecontext] has {what}; it takes brand")
    settings: Mapping[str, Any] = own
    return settings
