"""The faults of a spec, as messages to a person: the field, its value, and what it has to be."""
