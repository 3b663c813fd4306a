"""Serve ``demo/site`` on this machine alone and print where: ``python demo/serve.py [PORT]``."""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SITE = Path(__file__).parent / "site"


def main() -> None:
    """Serve until interrupted; if the port is taken, take any free one."""
    handler = partial(SimpleHTTPRequestHandler, directory=SITE)
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        print(f"Port {port} is taken; another is used")
    print(f"The demo article is at http://127.0.0.1:{server.server_port}/article.html (Ctrl+C ends)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
