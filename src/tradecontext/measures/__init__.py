"""The economics, as plain functions on frames and arrays; no charts in here."""

from tradecontext.measures.balance import bilateral, near_tie

__all__ = ["bilateral", "near_tie"]
