"""The chart ComparativeAdvantage: its figures and its words."""
