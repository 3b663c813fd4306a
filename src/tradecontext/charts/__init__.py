"""The charts, each in a folder of its own, and the code that several of them share."""
