"""A chart as an object in Python and a widget in a notebook: options in, spec out, and the reader's choices."""
