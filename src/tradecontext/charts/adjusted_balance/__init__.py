"""What AdjustedBalance is made of: the accounts and estimates it reads, its three views, and their words."""
