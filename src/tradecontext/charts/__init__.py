"""The charts, a folder each, and what they share: the options they read alike."""
