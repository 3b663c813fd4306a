"""JupyterLab and Notebook 7 for real: a server on this machine alone, and a notebook opened in it."""

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

# A kernel's first import of pandas and a first drawing, on a busy machine.
PATIENCE = 30_000
TOKEN = "tradecontext"
LOCAL = {"127.0.0.1", "localhost"}


@dataclass
class Server:
    """A running JupyterLab or Notebook 7: its address, the folder it shows, and where it opens one by name."""

    address: str
    folder: Path
    process: subprocess.Popen[bytes]
    place: str

    def stop(self) -> None:
        """End the server, and with it its kernels."""
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
"""Where each opens a notebook, and what keeps it from any network."""

OTHERS = ("panel.io.jupyter_server_extension", "solara.server.jupyter.server_extension", "voila.server_extension")
"""Extensions of other hosts that may be in the same environment: they take longer to start than the server itself."""


def start(home: Path, program: str = "jupyterlab", python: str = sys.executable) -> Server:
    """Start one of them with a home of its own: nobody's settings, and nothing fetched from any network."""
    place, *own = PROGRAMS[program]
    folders = {name: home / name for name in ("notebooks", "config", "data", "runtime", "ipython", "settings")}
    # The kernel of the very environment, by a name of our own: nobody's "python3" comes in between.
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
            if text.endswith("}"):  # or it is still being written
                return Server(json.loads(text)["url"], folders["notebooks"], process, place)
        time.sleep(0.05)
    process.kill()
    process.wait()
    raise RuntimeError(f"{program} did not start:\n" + (home / "server.log").read_text("utf-8", "replace"))


class Notebook:
    """A notebook of given cells, open in a browser context of its own."""

    def __init__(self, chromium: Browser, server: Server, name: str, cells: list[str], **options: Any) -> None:
        (server.folder / f"{name}.ipynb").write_text(json.dumps(_notebook(cells)), "utf-8")
        self.context = chromium.new_context(viewport={"width": 1200, "height": 1600}, **options)
        self.context.set_default_timeout(PATIENCE)
        self.elsewhere: list[str] = []
        self.faults: list[str] = []
        self.context.on("request", self._asked)
        self.page = self.context.new_page()
        # JupyterLab stumbles over its own style sheets when its theme changes under load: what counts is what
        # passed through the chart's module, which the notebook runs from a blob.
        self.page.on("pageerror", lambda error: self._fault(f"{error}\n{error.stack}"))
        self.page.goto(f"{server.address}{server.place.format(name=name)}?token={TOKEN}")
        expect(self.cells).to_have_count(len(cells), timeout=PATIENCE)
        self.wait_until_idle()

    def _fault(self, text: str) -> None:
        if "blob:" in text:
            self.faults.append(text)

    def _asked(self, request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname not in LOCAL:
            self.elsewhere.append(request.url)

    def wait_until_idle(self) -> None:
        """Wait until the kernel can run something; the sign beside its name says so before there is one."""
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
        """What a cell has shown."""
        return self.cells.nth(number).locator(".jp-OutputArea")

    def charts(self, number: int) -> Locator:
        """The charts a cell has shown."""
        return self.output(number).locator("figure.tradecontext")

    @property
    def errors(self) -> Locator:
        """Tracebacks and warnings shown by any cell."""
        kinds = (f"[data-mime-type='application/vnd.jupyter.{kind}']" for kind in ("error", "stderr"))
        return self.page.locator(", ".join(kinds))

    def ask(self, expression: str, argument: Any = None) -> Any:
        """Evaluate a function in the page, with a deadline; it has to return something true."""
        return self.page.wait_for_function(expression, arg=argument, timeout=PATIENCE).json_value()

    def command(self, name: str, **options: Any) -> None:
        """Run one of JupyterLab's own commands to its end: a cell that two commands run at once may lose its output."""
        self.ask(
            "([name, options]) => window.jupyterapp.commands.execute(name, options).then(() => 1)", [name, options]
        )

    def reopen(self) -> None:
        """Save the notebook and load the page anew; the kernel goes on."""
        self.ask("() => window.jupyterapp.commands.execute('docmanager:save').then(() => 1)")
        self.page.reload()
        self.wait_until_idle()

    def run_all(self) -> None:
        """Run every cell."""
        self.command("notebook:run-all-cells")

    def run(self, number: int, code: str) -> Locator:
        """Put code in a cell, run it, and return its output: wait for what it shows."""
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
        """Restart the kernel, without the dialog that asks whether to."""
        self.ask("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart().then(() => 1)")
        self.wait_until_idle()

    def state(self) -> dict[str, Any]:
        """What a key pressed in the wrong place would change: the mode, the active cell, the cells and their runs."""
        state: dict[str, Any] = self.ask(
            """() => {
                const { mode, activeCellIndex, widgets } = window.jupyterapp.shell.currentWidget.content;
                return { mode, active: activeCellIndex, ran: widgets.map((cell) => cell.model.executionCount) };
            }"""
        )
        return state

    def close(self) -> None:
        """End the kernel and take the browser away."""
        self.ask("() => window.jupyterapp.serviceManager.sessions.shutdownAll().then(() => 1)")
        self.context.close()


def _notebook(cells: list[str]) -> dict[str, Any]:
    def cell(number: int, source: str) -> dict[str, Any]:
        kind = {"cell_type": "code", "id": f"cell-{number}", "execution_count": None}
        return kind | {"metadata": {}, "outputs": [], "source": source}

    # Without the kernel's name a dialog asks for one and blocks the page.
    kernel = {"display_name": "Here", "language": "python", "name": "here"}
    return {
        "cells": [cell(*each) for each in enumerate(cells)],
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
