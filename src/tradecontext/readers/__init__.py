"""Readers, one module per publisher. They return tidy frames like those of ``tradecontext.data``, or an MRIO table."""

from __future__ import annotations

from tradecontext.readers.census import read_census
from tradecontext.readers.comtrade import read_comtrade
from tradecontext.readers.icio import read_icio
from tradecontext.readers.tiva import read_tiva
from tradecontext.readers.wits import read_wits

__all__ = ["read_census", "read_comtrade", "read_icio", "read_tiva", "read_wits"]


def __dir__() -> list[str]:
    """Return the names that completion offers."""
    return __all__
