"""Each partner's share of a year's imports."""
