"""The outputs of a chart: a page, a picture, a table, a spec, and snippets to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.outputs import data, image, page, published, renderer
from tradecontext.outputs import embed as embeds
from tradecontext.outputs.files import save
from tradecontext.outputs.formats import FILES
from tradecontext.outputs.myst import BESIDE
from tradecontext.outputs.snippet import Snippet
from tradecontext.paths import given_path
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from pathlib import Path

    from tradecontext.outputs.embed import Kind
    from tradecontext.outputs.image import Preset
    from tradecontext.spec import Spec


COMPONENT = "component.js"
RUNTIMES = {BESIDE: "kernelless.js"}
"""The script that a file of this name gets; with any other name, it is that of components."""


class Outputs:
    """The outputs of a chart, all drawn from its spec with the reader's present choices."""

    def present(self) -> Spec:
        """Return the spec to write."""
        raise NotImplementedError

    def to_html(self) -> str:
        """Return one HTML page that makes no request and shows the whole chart without scripts."""
        return page.page(self.present())

    def csp(self) -> str:
        """Return the Content-Security-Policy under which the page of :meth:`to_html` works fully."""
        return page.policy(self.present())

    def to_svg(self, width: float | None = None, preset: Preset | None = None) -> str:
        """Return a picture as SVG, with text as text.

        Parameters
        ----------
        width : float, optional
            320 to 1600 px, 720 if not given; with a preset of print 64 to 320 mm, 180 if not given.
        preset : {"social", "square", "print", "print-colour"}, optional
            1200 x 630 px with the short headline; 1080 x 1080 px; or greys and millimetres, for a printed page. If
            a fixed size has no room for everything, notes and rows are left out, highlighted rows last, and the
            picture says so.

        Raises
        ------
        DataError
            For a size out of range, and for characters that the font, Inter, does not have.
        """
        return image.svg(self.present(), width=width, preset=preset)

    def to_png(self, width: float | None = None, scale: float = 2, preset: Preset | None = None) -> bytes:
        """Return a picture as PNG, with `scale` pixels a px; size as for :meth:`to_svg`."""
        return image.png(self.present(), width=width, scale=scale, preset=preset)

    def to_pdf(self, width: float | None = None, preset: Preset | None = None) -> bytes:
        """Return a PDF of one page, with text to select and search; size as for :meth:`to_svg`."""
        return image.pdf(self.present(), width=width, preset=preset)

    def to_oembed(self) -> str:
        """Return the oEmbed response of the published page, as JSON text.

        Raises
        ------
        DataError
            If the chart has no ``url``.
        """
        return published.oembed(self.present())

    def to_csv(self) -> str:
        """Return the displayed figures as CSV, with units in the header and the provenance beside every figure.

        It is the text of the saved file, so it begins with a byte-order mark, by which Excel recognises UTF-8.
        """
        return data.csv(self.present())

    def to_json(self) -> str:
        """Return the spec as JSON text."""
        return to_json(self.present(), indent=1) + "\n"

    def embed(self, kind: Kind | None = None, url: str | None = None) -> Snippet:
        """Return HTML to paste into an article. It is a ``str`` that a notebook shows with a button to copy it.

        Parameters
        ----------
        kind : {"iframe", "srcdoc", "component", "inline", "safe", "image", "amp", "myst"}
            "iframe": a frame for the hosted page, with the script that keeps it as tall as the page is.
            "srcdoc": a sandboxed frame that carries the interactive page itself, so that nothing has to be hosted.
            "component": a custom element for a site of one's own; one runtime makes all charts of a page interactive.
            "inline": a style sheet and a table, for a CMS that keeps styles and drops scripts.
            "safe": figure, table and inline styles only, for a CMS, mail or feed that strips the rest.
            "image": a picture, with the chart as a table folded away under it.
            "amp": a frame of AMP for the hosted page, with a picture until it is loaded.
            "myst": the directive of MyST Markdown for widgets, live without a kernel.
        url : str, optional
            For "iframe" and "amp", the address of the hosted page; the chart's own ``url`` if not given. For
            "component", the address of the runtime, which ``save("component.js")`` writes; without it the chart is not
            interactive. For "image", the address of the picture; without it the snippet carries the picture. For
            "myst", the address of what ``save("widget.js")`` writes; without it, that file is beside the page.

        Raises
        ------
        DataError
            If there is no such kind, or if an address is missing, invalid, or not used by the kind.
        """
        return Snippet(embeds.embed(self.present(), kind, url))

    def save(self, path: str | Path) -> Path:
        """Write the chart to a file by its suffix: .html, .svg, .png, .pdf, .csv, .json or .js.

        The last is the runtime of ``embed("component")``, one for all charts, or with the name ``widget.js`` that of
        ``embed("myst")``. The file is replaced atomically.
        Pictures are 720 px wide; for another size, write what :meth:`to_svg`, :meth:`to_png` or :meth:`to_pdf` returns.
        """
        made = {each.suffix: lambda make=each.make: make(self.present()) for each in FILES.values()}
        return save(path, {**made, ".js": lambda: renderer.bundle(RUNTIMES.get(given_path(path).name, COMPONENT))})
