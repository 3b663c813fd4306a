"""Serve ``demo/site`` on this machine alone and print where: ``python demo/serve.py [PORT]``."""

from __future__ import annotations

import sys
from pathlib import Path

from tradecontext.commands.demo import server

SITE = Path(__file__).parent / "site"


def main() -> None:
    """Serve until interrupted; if the port is taken, take any free one."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    with server(SITE, port) as serving:
        if serving.server_port != port:
            print(f"Port {port} is taken; another is used")
        print(f"The demo article is at http://127.0.0.1:{serving.server_port}/article.html (Ctrl+C ends)", flush=True)
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
