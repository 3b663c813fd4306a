"""Balances of a few partners over time."""
