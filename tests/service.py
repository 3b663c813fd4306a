"""Run a server for tests: start it, wait until it is ready, and stop it with all its child processes."""

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
"""Seconds that a service may take to start or to stop, on a busy machine."""


@contextmanager
def service(command: Sequence[str], ready: Callable[[], bool], log: Path, **options: Any) -> Iterator[None]:
    """Run `command` until the block ends, which begins once `ready` is true. The output goes to `log`."""
    with log.open("wb") as said:
        # A process group of its own, so that its workers are stopped too.
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True, **options)
    try:
        deadline = time.monotonic() + PATIENCE
        while not ready():
            assert process.poll() is None, log.read_text("utf-8", "replace")
            assert time.monotonic() < deadline, log.read_text("utf-8", "replace")
            time.sleep(0.05)
        yield
    finally:
        # If all its processes have ended, the group does not exist any more.
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def free_port() -> int:
    """Return a free port on localhost."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def listens(port: int) -> bool:
    """Return whether something listens on a port on localhost."""
    with socket.socket() as asked:
        asked.settimeout(1)
        return asked.connect_ex(("127.0.0.1", port)) == 0
