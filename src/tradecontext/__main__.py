"""``python -m tradecontext``: the command line, where the command itself is not on the path."""

from tradecontext.commands.cli import main

main()
