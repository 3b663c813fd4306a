"""What ComparativeAdvantage is made of: its rows, and the words about them."""
