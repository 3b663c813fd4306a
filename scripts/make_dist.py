"""Write files for publishers into ``dist``: the demo's charts, the runtime for self-hosting, and the schemas.

``python scripts/make_dist.py`` writes a folder for each language of the package (each chart as page, safe snippet, SVG,
PNG, CSV and spec), ``dist/component.js`` and ``dist/schema``; with ``--check`` it only compares: text byte by byte,
pictures by their pixels, since platforms compress them differently.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from tradecontext.outputs import renderer
from tradecontext.spec import charts as schemas
from tradecontext.text.word_files import languages

if TYPE_CHECKING:
    from tradecontext.widget.chart import Chart

ROOT = Path(__file__).parent.parent
DIST = ROOT / "dist"
# Tolerance for a pixel, of 255: rounding on another platform changes the edges of letters by less.
NEAR = 24

sys.path.insert(0, str(ROOT / "demo"))


def _schema(name: str) -> bytes:
    package = ROOT / "src" / "tradecontext"
    file = package / "spec/frame.json" if name == "frame" else package / "charts" / name / "schema.json"
    return file.read_bytes()


def _png(chart: Chart, name: str) -> bytes:
    """Return a chart's PNG: the one that is there, if it was drawn of the same SVG."""
    svg, png = (DIST / f"{name}.{ending}" for ending in ("svg", "png"))
    drawn = png.exists() and svg.exists() and svg.read_text("utf-8") == chart.to_svg()
    return png.read_bytes() if drawn else chart.to_png()


def made() -> dict[str, bytes]:
    """Return every file by its path."""
    from demo_charts import charts

    files = {"component.js": renderer.bundle("component.js").encode()}
    files |= {f"schema/{name}.json": _schema(name) for name in ("frame", *schemas())}
    for language in languages():
        for name, chart in charts(language).items():
            written = {
                "html": chart.to_html(),
                "safe.html": chart.embed("safe"),
                "svg": chart.to_svg(),
                "png": _png(chart, f"{language}/{name}"),
                "csv": chart.to_csv(),
                "json": chart.to_json(),
            }
            for ending, content in written.items():
                files[f"{language}/{name}.{ending}"] = content.encode() if isinstance(content, str) else content
    return files


def same(name: str, one: bytes, other: bytes) -> bool:
    """Return whether two files are equal, or look the same if they are pictures."""
    if one == other or not name.endswith(".png"):
        return one == other
    first, second = (Image.open(io.BytesIO(each)).convert("RGB") for each in (one, other))
    if first.size != second.size:
        return False
    return max(high for _, high in ImageChops.difference(first, second).getextrema()) <= NEAR  # type: ignore[misc]


def main() -> int:
    """Write or compare every file; a file that nothing makes any more is stale too."""
    files = made()
    there = {path.relative_to(DIST).as_posix() for path in DIST.rglob("*") if path.is_file()}
    there -= {name for name in there if name.endswith((".whl", ".tar.gz")) or name == "README.md"}
    if "--check" in sys.argv:
        stale = [name for name in files if name not in there or not same(name, (DIST / name).read_bytes(), files[name])]
        if stale := sorted([*stale, *(there - set(files))]):
            print(f"dist is stale: {', '.join(stale[:9])}{' …' if len(stale) > 9 else ''}; run make golden, and look")
        return bool(stale)
    for name in there - set(files):
        (DIST / name).unlink()
    for name, content in files.items():
        path = DIST / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name not in there or not same(name, path.read_bytes(), content):
            path.write_bytes(content)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
