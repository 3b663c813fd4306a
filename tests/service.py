"""A program that serves while the tests run: started, waited for, and ended with all that it started itself."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

PATIENCE = 60
"""Seconds that a service may take to begin or to end, on a busy machine."""


@contextmanager
def service(command: Sequence[str], ready: Callable[[], bool], log: Path, **options: Any) -> Iterator[None]:
    """Run `command` until the block ends; it begins when `ready` says so. What the program says goes to `log`."""
    with log.open("wb") as said:
        # In a group of its own: its workers end with it.
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True, **options)
    try:
        deadline = time.monotonic() + PATIENCE
        while not ready():
            assert process.poll() is None, log.read_text("utf-8", "replace")
            assert time.monotonic() < deadline, log.read_text("utf-8", "replace")
            time.sleep(0.05)
        yield
    finally:
        # A group whose every process has ended by itself is no more.
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def listens(port: int) -> bool:
    """Say whether somebody answers on a port of this machine."""
    with socket.socket() as asked:
        asked.settimeout(1)
        return asked.connect_ex(("127.0.0.1", port)) == 0
