"""The publishers' services, played on loopback from recorded and shaped answers, with every fault that they are known for.

A request for https://HOST/PATH comes to /HOST/PATH (``TRADECONTEXT_MIRROR``). Nothing leaves the machine.
"""

from __future__ import annotations

import socket
import struct
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import played_answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


@dataclass
class Asked:
    """One request, as the service sees it."""

    host: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]

    @property
    def line(self) -> str:
        return f"{self.host}{self.path}"


@dataclass
class Reply:
    """What a service sends; `declared` is the length it says its body has, `part` how much of it comes."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    part: float = 1.0
    drip: float = 0.0
    reset: bool = False


Fault = "Callable[[Asked, Reply], Reply]"


def refused(status: int, **headers: str) -> Callable[[Asked, Reply], Reply]:
    return lambda _asked, _reply: Reply(
        b"<error>no</error>", status, {k.replace("_", "-"): v for k, v in headers.items()}
    )


def redirected_to_a_page(asked: Asked, _reply: Reply) -> Reply:
    # As the Census Bureau's API without a valid key: the address it leads to repeats the request.
    return Reply(
        b"",
        302,
        {"Location": f"/{asked.host}/data/missing_key.html?{'&'.join(asked.query)}", "X-DataWebAPI-KeyError": "1"},
    )


def a_page(_asked: Asked, _reply: Reply) -> Reply:
    return Reply(b"<!DOCTYPE html><html><body>Service unavailable: maintenance</body></html>")


def nothing(_asked: Asked, _reply: Reply) -> Reply:
    return Reply(b"", 204)


def empty(_asked: Asked, _reply: Reply) -> Reply:
    return Reply(b"")


def cut_off(_asked: Asked, reply: Reply) -> Reply:
    return Reply(reply.body[: len(reply.body) // 2], reply.status, reply.headers)


def broken_off(_asked: Asked, reply: Reply) -> Reply:
    return Reply(reply.body, reply.status, reply.headers, part=0.5)


def reset(_asked: Asked, _reply: Reply) -> Reply:
    return Reply(reset=True)


def dripping(_asked: Asked, reply: Reply) -> Reply:
    return Reply(reply.body, reply.status, reply.headers, drip=0.01)


def utf_16(_asked: Asked, reply: Reply) -> Reply:
    return Reply(reply.body.decode().encode("utf-16-le"), 200, {"Content-Type": "application/json; charset=utf-8"})


def instead(body: bytes) -> Callable[[Asked, Reply], Reply]:
    return lambda _asked, _reply: Reply(body)


def always(fault: Callable[[Asked, Reply], Reply]) -> Iterator[Callable[[Asked, Reply], Reply]]:
    while True:
        yield fault


class _Handler(BaseHTTPRequestHandler):
    played: Services
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        _, host, rest = parts.path.split("/", 2)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        asked = Asked(host, f"/{rest}", query, dict(self.headers))
        self.played.seen.append(asked)
        reply = self.played.reply(asked)
        if reply.reset:
            # No answer at all: a reset instead of the end of the connection.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
            return
        self.send_response(reply.status)
        for name, text in reply.headers.items():
            self.send_header(name, text)
        if reply.status not in {204, 304}:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.pour(reply)

    def pour(self, reply: Reply) -> None:
        body = reply.body[: int(len(reply.body) * reply.part)]
        if not reply.drip:
            self.wfile.write(body)
        else:
            for at in range(0, len(body), 64):
                self.wfile.write(body[at : at + 64])
                self.wfile.flush()
                threading.Event().wait(reply.drip)
        if reply.part < 1:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (ConnectionError, ValueError):
            self.close_connection = True


class Services:
    """All services: the requests that they saw, and the faults that they will have."""

    def __init__(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"played": self}))
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.clear()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def clear(self) -> None:
        self.seen: list[Asked] = []
        self.faults: dict[str, Iterator[Callable[[Asked, Reply], Reply]]] = {}
        self.answers = played_answers.Answers()

    def faulty(self, host: str, *faults: Callable[[Asked, Reply], Reply], for_ever: bool = False) -> None:
        """Let a service have these faults, one a request, and then be well again."""
        self.faults[host] = always(faults[0]) if for_ever else iter(faults)

    def reply(self, asked: Asked) -> Reply:
        body = self.answers.of(asked)
        tag = f'"{hash(body)}"'
        fault = next(self.faults.get(asked.host, iter(())), None)
        if body is not None and asked.headers.get("If-None-Match") == tag and fault is None:
            reply = Reply(b"", 304, {"ETag": tag})
        elif body is None:
            reply = Reply(b"<error>not found</error>", 404)
        else:
            reply = Reply(body, 200, {"ETag": tag} if asked.host == "www.census.gov" else {})
        if (span := asked.headers.get("Range")) and body is not None:
            start = int(span.removeprefix("bytes=").rstrip("-"))
            reply = Reply(body[start:], 206, {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"})
        return fault(asked, reply) if fault else reply
