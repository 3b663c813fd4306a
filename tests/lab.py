"""Run a real JupyterLab or Notebook 7 on localhost, and open notebooks in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator

# Milliseconds for a kernel's first import of pandas and a first drawing, on a busy machine.
PATIENCE = 30_000
TOKEN = "tradecontext"
LOCAL = {"127.0.0.1", "localhost"}


@dataclass
class Server:
    """A running JupyterLab or Notebook 7: its address, its folder, and the path under which it opens a notebook."""

    address: str
    folder: Path
    process: subprocess.Popen[bytes]
    place: str

    def stop(self) -> None:
        """Stop the server and its kernels."""
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


PROGRAMS = {
    "jupyterlab": (
        "lab/workspaces/{name}/tree/{name}.ipynb",
        "--LabApp.extension_manager=readonly",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ),
    "notebook": ("notebooks/{name}.ipynb",),
}
"""The path under which each program opens a notebook, and the options that keep it off the network."""

OTHERS = ("panel.io.jupyter_server_extension", "solara.server.jupyter.server_extension", "voila.server_extension")
"""Extensions of other hosts that may be in the same environment; they would take longer to start than the server."""


def start(home: Path, program: str = "jupyterlab", python: str = sys.executable) -> Server:
    """Start one of them with a home folder of its own, without the user's settings and without network access."""
    place, *own = PROGRAMS[program]
    folders = {name: home / name for name in ("notebooks", "config", "data", "runtime", "ipython", "settings")}
    # A kernel of the same environment, with a name that no kernel of the user has.
    kernel = [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    files = {
        folders["data"] / "kernels/here/kernel.json": {"argv": kernel, "display_name": "Here", "language": "python"},
        folders["settings"] / "@jupyterlab/apputils-extension/notification.jupyterlab-settings": {
            "fetchNews": "false",
            "checkForUpdates": False,
        },
        folders["config"] / "jupyter_server_config.json": {
            "ServerApp": {"jpserver_extensions": dict.fromkeys(OTHERS, False)}
        },
    }
    for folder in [*folders.values(), *(path.parent for path in files)]:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        path.write_text(json.dumps(content), "utf-8")
    environment = os.environ | {
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(folders["config"]),
        "JUPYTER_DATA_DIR": str(folders["data"]),
        "JUPYTER_RUNTIME_DIR": str(folders["runtime"]),
        "JUPYTERLAB_SETTINGS_DIR": str(folders["settings"]),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(folders["ipython"]),
    }
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [
                *(python, "-m", program, "--no-browser", "--allow-root", "--expose-app-in-browser"),
                *("--ip=127.0.0.1", "--port=0", f"--ServerApp.root_dir={folders['notebooks']}"),
                *(f"--IdentityProvider.token={TOKEN}", *own),
            ],
            env=environment,
            cwd=home,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and process.poll() is None:
        for file in folders["runtime"].glob("jpserver-*.json"):
            text = file.read_text("utf-8")
            if text.endswith("}"):  # otherwise it is still being written
                return Server(json.loads(text)["url"], folders["notebooks"], process, place)
        time.sleep(0.05)
    process.kill()
    process.wait()
    raise RuntimeError(f"{program} did not start:\n" + (home / "server.log").read_text("utf-8", "replace"))


class Desk:
    """A browser context with a page of a server, in which notebooks are opened one after the other."""

    def __init__(self, chromium: Browser, server: Server, **options: Any) -> None:
        self.server = server
        self.context = chromium.new_context(viewport={"width": 1200, "height": 1600}, **options)
        self.context.set_default_timeout(PATIENCE)
        self.elsewhere: list[str] = []
        self.faults: list[str] = []
        self.context.on("request", self._asked)
        self.page = self.context.new_page()
        # JupyterLab itself has errors with its style sheets when its theme changes under load. Only errors whose stack
        # has the chart's module count, which the notebook runs from a blob.
        self.page.on("pageerror", lambda error: self._fault(f"{error}\n{error.stack}"))

    def _fault(self, text: str) -> None:
        if "blob:" in text:
            self.faults.append(text)

    def _asked(self, request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname not in LOCAL:
            self.elsewhere.append(request.url)

    def close(self) -> None:
        """Close the page."""
        self.context.close()


class Notebook:
    """A notebook of given cells, open in a page."""

    def __init__(self, desk: Desk, name: str, cells: list[str]) -> None:
        self.page = desk.page
        self.address = f"{desk.server.address}{desk.server.place.format(name=name)}?token={TOKEN}"
        (desk.server.folder / f"{name}.ipynb").write_text(json.dumps(_notebook(cells)), "utf-8")
        if self.page.url == "about:blank":
            self.page.goto(self.address)
        else:
            # Opened in a page that is there, a notebook needs a quarter of the time.
            self.command("docmanager:open", path=f"{name}.ipynb")
        expect(self.cells).to_have_count(len(cells), timeout=PATIENCE)
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        """Wait until the kernel can run code; the indicator beside its name may show idle before a kernel exists."""
        self.ask(
            """() => {
                const context = window.jupyterapp?.shell.currentWidget?.sessionContext;
                const kernel = context?.isReady && context.session?.kernel;
                return kernel && kernel.connectionStatus === "connected" && kernel.status === "idle";
            }"""
        )

    @property
    def cells(self) -> Locator:
        """The notebook's cells."""
        return self.page.locator(".jp-Notebook .jp-Cell")

    def output(self, number: int) -> Locator:
        """The output of a cell."""
        return self.cells.nth(number).locator(".jp-OutputArea")

    def charts(self, number: int) -> Locator:
        """The charts in the output of a cell."""
        return self.output(number).locator("figure.tradecontext")

    @property
    def errors(self) -> Locator:
        """Tracebacks and warnings in the output of any cell."""
        kinds = (f"[data-mime-type='application/vnd.jupyter.{kind}']" for kind in ("error", "stderr"))
        return self.page.locator(", ".join(kinds))

    def ask(self, expression: str, argument: Any = None) -> Any:
        """Evaluate a function in the page until it returns something true, and return that."""
        return self.page.wait_for_function(expression, arg=argument, timeout=PATIENCE).json_value()

    def command(self, name: str, **options: Any) -> None:
        """Run a JupyterLab command and wait until it ends: if two run the same cell at once, its output may be lost."""
        self.ask(
            "([name, options]) => window.jupyterapp.commands.execute(name, options).then(() => 1)", [name, options]
        )

    def reopen(self) -> None:
        """Save the notebook and load its page again; the kernel keeps running."""
        self.ask("() => window.jupyterapp.commands.execute('docmanager:save').then(() => 1)")
        self.page.goto(self.address)
        self.wait_until_idle()

    def run_all(self) -> None:
        """Run every cell."""
        self.command("notebook:run-all-cells")

    def run(self, number: int, code: str) -> Locator:
        """Put code in a cell and run it; return the locator of its output, which may not be there yet."""
        self.ask(
            """([number, code]) => {
                const notebook = window.jupyterapp.shell.currentWidget.content;
                notebook.widgets[number].model.sharedModel.setSource(code);
                notebook.deselectAll();
                notebook.activeCellIndex = number;
                return 1;
            }""",
            [number, code],
        )
        self.command("notebook:run-cell")
        return self.output(number)

    def restart(self) -> None:
        """Restart the kernel without the confirmation dialog."""
        self.ask("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart().then(() => 1)")
        self.wait_until_idle()

    def state(self) -> dict[str, Any]:
        """Return what a key that reaches the notebook could change: the mode, the active cell, cells and their runs."""
        state: dict[str, Any] = self.ask(
            """() => {
                const { mode, activeCellIndex, widgets } = window.jupyterapp.shell.currentWidget.content;
                return { mode, active: activeCellIndex, ran: widgets.map((cell) => cell.model.executionCount) };
            }"""
        )
        return state

    def close(self) -> None:
        """Shut down the kernel and close the notebook."""
        self.ask("() => window.jupyterapp.serviceManager.sessions.shutdownAll().then(() => 1)")
        # Closing it would ask whether to save what has changed.
        self.ask("() => window.jupyterapp.shell.currentWidget.dispose() ?? 1")


def names(chart: Locator) -> Locator:
    """The names of a chart's rows."""
    return chart.locator("tbody th[scope=row]")


def _notebook(cells: list[str]) -> dict[str, Any]:
    def cell(number: int, source: str) -> dict[str, Any]:
        kind = {"cell_type": "code", "id": f"cell-{number}", "execution_count": None}
        return kind | {"metadata": {}, "outputs": [], "source": source}

    # If a notebook names no kernel, a dialog asks for one and blocks the page.
    kernel = {"display_name": "Here", "language": "python", "name": "here"}
    return {
        "cells": [cell(*each) for each in enumerate(cells)],
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
