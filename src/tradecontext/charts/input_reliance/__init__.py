"""What InputReliance draws, and the words it draws it with."""
