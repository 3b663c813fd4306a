"""Words and numbers of each language, checks of what may be printed, and the words around a drawing."""
