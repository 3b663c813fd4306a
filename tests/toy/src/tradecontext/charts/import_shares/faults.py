"""Faults in a spec of this chart that its schema cannot express."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.errors import shown
from tradecontext.spec.faults.printed import Printed, wrong
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec.faults.checked import CheckedSpec

OFF = 1e-9
"""A share may miss by this part of it: floating point."""


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults of texts that disagree with their figures, and of shares that disagree with the imports."""
    texts = [Printed(f"rows[{place}].text", row["text"], "share", row["share"]) for place, row in checked.rows]
    yield from wrong(texts, checked.numbers, 2)
    if not checked.whole:
        return
    total = exact.total(row["imports"] for _, row in checked.rows)
    for place, row in checked.rows:
        if abs(row["share"] * total - row["imports"]) > OFF * total:
            yield (
                f"spec field rows[{place}].share is {shown(row['share'])}, and its imports are {shown(row['imports'])} "
                f"of {shown(total)}; correct the one that is wrong"
            )
