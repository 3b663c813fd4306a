"""What a ranking is made of: the rows that are shown, and the words that tell them."""
