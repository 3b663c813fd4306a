"""Options that contradict what is known of a publisher's table: whose trade it is, and in which currency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext import partners
from tradecontext.errors import Faults, shown
from tradecontext.intake import recipe
from tradecontext.intake.provenance import registry

if TYPE_CHECKING:
    from collections.abc import Mapping


def refuse(data: object, options: Mapping[str, Any]) -> None:
    """Refuse options by which a table's figures would be drawn as those of another country or currency.

    Parameters
    ----------
    data : object
        The author's table, of any kind. What it says is known if it has a registered ``definition``, or if it is a
        frame of :mod:`tradecontext.data` or :mod:`tradecontext.fetch` as it was returned.
    options : mapping
        The author's options.

    Raises
    ------
    DataError
        With every option that says something else.
    """
    faults = Faults()
    asked = options.get("reporter")
    if isinstance(asked, str) and (reporter := _registered(data)) and partners.resolve(asked) not in {None, reporter}:
        faults.tell(f"reporter={shown(asked)}: these are figures of {reporter}; leave reporter= out")
    if any(isinstance(options.get(each), str) for each in ("unit", "currency")) and recipe.of(data):
        for name in ("unit", "currency"):
            given = options.get(name)
            if isinstance(given, str) and given.strip().casefold() != "usd":
                faults.tell(
                    f"{name}={shown(given)}: the figures are in US dollars, as the table was made; leave {name}= out, "
                    "or convert them first"
                )
    faults.refuse()


def _registered(data: object) -> str:
    definition = _only(data, "definition")
    return str(registry().get(definition, {}).get("reporter", ""))


def _only(data: Any, name: str) -> str:
    """Return the one value of a column of a pandas frame; empty text if there are several, or none."""
    if not hasattr(data, "attrs") or name not in getattr(data, "columns", ()):
        return ""
    found = data[name].unique()
    return found[0] if len(found) == 1 and isinstance(found[0], str) else ""
