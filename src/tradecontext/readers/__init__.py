"""Readers: one file a publisher's format, tidy frames out, as ``tradecontext.data`` returns them."""

from __future__ import annotations

from tradecontext.readers.census import read_census

__all__ = ["read_census"]
