"""What does not hold in a spec, said to a person: the field, what is there, and what has to be."""
