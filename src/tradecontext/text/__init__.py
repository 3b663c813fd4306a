"""A language's words and numbers, what may be printed, and the words around a drawing."""
