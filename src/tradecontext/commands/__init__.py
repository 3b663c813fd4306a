"""The command line, and the work behind each command."""
