"""The chart AdjustedBalance: the accounts and estimates that it reads, its three views, and their words."""
