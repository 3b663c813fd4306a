"""The chart DeficitRanking: its figures and its words."""
