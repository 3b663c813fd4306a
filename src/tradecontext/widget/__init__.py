"""A chart in a notebook: options in, spec out, and what a reader changes."""
