"""The hosts of live charts: how to start each with a page for every chart, and how to make it dark."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from documented import CHARTS, marimo_notebook, notebook, program

from service import free_port, listens, service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

ENVIRONMENT, SITES = (Path(__file__).parents[2] / each for each in (".venv-hosts", ".venv-site"))


class Served(NamedTuple):
    """A running host: the address of each chart's page, and its home folder."""

    address: Callable[[str], str]
    home: Path


def home(folder: Path) -> dict[str, str]:
    """Return environment variables that hide the user's settings, and keep Jupyter's and marimo's in `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "MARIMO", "PYTEST"))}
    places = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "JUPYTER_RUNTIME_DIR")
    return kept | {name: str(folder / name.lower()) for name in places} | {"HOME": str(folder)}


def _filled(address: str, chart: str) -> str:
    return address.format(chart=chart, dashed=chart.replace("_", "-"))


@contextmanager
def _serving(folder: Path, *command: str, address: str) -> Iterator[Served]:
    """Run a command of the hosts' environment; `{port}` in it and `{chart}` in the address are filled in."""
    port = free_port()
    run = [str(ENVIRONMENT / "bin" / command[0]), *(each.format(port=port) for each in command[1:])]
    with service(run, lambda: listens(port), folder / "host.log", cwd=folder, env=home(folder)):
        yield Served(lambda chart: f"http://127.0.0.1:{port}/{_filled(address, chart)}", folder)


def _written(folder: Path, write: Callable[[str], str], ending: str) -> list[str]:
    """Write a file for every chart, and return their names."""
    for chart in CHARTS:
        (folder / f"{chart}.{ending}").write_text(write(chart), "utf-8")
    return [f"{chart}.{ending}" for chart in CHARTS]


def marimo(folder: Path, command: str, write: Callable[[str], str] = marimo_notebook) -> Any:
    """`marimo edit` or `marimo run` of a folder of notebooks."""
    _written(folder, write, "md")
    marimo_theme(folder, "light")
    own = ["--no-token", "--skip-update-check"] if command == "edit" else []
    options = ["--headless", "--port={port}", *own]
    return _serving(folder, "marimo", "-q", command, ".", *options, address="?file={chart}.md")


def marimo_theme(folder: Path, theme: str) -> None:
    """Write marimo's user settings, which it reads for every page."""
    settings = folder / "xdg_config_home/marimo/marimo.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    # In the editor, cells run when a notebook is opened only with this setting.
    settings.write_text(f'[display]\ntheme = "{theme}"\n[runtime]\nauto_instantiate = true\n', "utf-8")


def panel(folder: Path) -> Any:
    """`panel serve` of four scripts."""
    files = _written(folder, lambda chart: program("Panel", chart), "py")
    return _serving(folder, "panel", "serve", *files, "--port={port}", address="{chart}")


def voila(folder: Path) -> Any:
    """`voila` of a folder of notebooks."""
    _written(folder, lambda chart: notebook("Voila", chart), "ipynb")
    return _serving(folder, "voila", ".", "--no-browser", "--port={port}", address="voila/render/{chart}.ipynb")


SHINY = """
from shiny.express import wrap_express_app
from starlette.applications import Starlette
from starlette.routing import Mount
from pathlib import Path

app = Starlette(routes=[Mount(f"/{{each}}", wrap_express_app(Path(f"{{each}}.py").absolute())) for each in {charts}])
"""


def shiny(folder: Path) -> Any:
    """Four apps of Shiny in one server."""
    _written(folder, lambda chart: program("Shiny", chart), "py")
    (folder / "served.py").write_text(SHINY.format(charts=list(CHARTS)), "utf-8")
    return _serving(folder, "uvicorn", "served:app", "--port={port}", address="{chart}/")


def solara(folder: Path) -> Any:
    """`solara run` of a folder of pages."""
    pages = folder / "pages"
    pages.mkdir()
    # The first page has no address of its own.
    (pages / "a.py").write_text('import solara\n\nPage = solara.component(lambda: solara.Text("Charts"))\n', "utf-8")
    _written(pages, lambda chart: program("Solara", chart), "py")
    return _serving(folder, "solara", "run", "pages", "--no-open", "--port={port}", address="{dashed}")


def _again_dark(page: Page, _served: Served) -> None:
    page.goto(f"{page.url}?theme=dark")


def _marimo_dark(page: Page, served: Served) -> None:
    marimo_theme(served.home, "dark")
    page.reload()
    # The page is loaded with its theme; the next page is to be light again.
    marimo_theme(served.home, "light")


# Sets what solara.lab.ThemeToggle sets. Solara resets it while a page loads, so it is set until it stays.
VUETIFY_DARK = """() => {
  const { theme } = [...document.querySelectorAll("*")].find((each) => each.__vue__?.$vuetify).__vue__.$vuetify;
  window.held = theme.dark && document.querySelector(".v-application.theme--dark") ? (window.held ?? 0) + 1 : 0;
  theme.dark = true;
  return window.held > 30;
}"""


def _solara_dark(page: Page, _served: Served) -> None:
    page.wait_for_function(VUETIFY_DARK)


class Place(NamedTuple):
    """A host: how to start it, and how to make a page of it dark."""

    start: Callable[[Path], Any]
    darken: Callable[[Page, Served], None]


PLACES = {
    "marimo-run": Place(lambda folder: marimo(folder, "run"), _marimo_dark),
    "marimo-edit": Place(lambda folder: marimo(folder, "edit"), _marimo_dark),
    "panel": Place(panel, _again_dark),
    "voila": Place(voila, _again_dark),
    "shiny": Place(shiny, lambda page, _: page.evaluate("document.documentElement.dataset.bsTheme = 'dark'")),
    "solara": Place(solara, _solara_dark),
}
