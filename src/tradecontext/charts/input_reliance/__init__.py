"""The chart InputReliance: its figures and its words."""
