"""Pages of the JavaScript libraries: a script of this folder with the parts of its library that it uses."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from html import escape
from pathlib import Path

import figures

HERE = Path(__file__).parent
ESBUILD = HERE.parent.parent / "js/node_modules/.bin/esbuild"

STYLE = (
    "body{margin:0;padding:16px;font:16px/1.4 system-ui,sans-serif}figure{margin:0 auto;max-width:720px}"
    "h1{font-size:22px;line-height:1.2;margin:0 0 4px}p{margin:0 0 12px}figcaption{font-size:13px;color:#595959}"
)


def page(script: str, place: str, count: int) -> str:
    """Return headline, place, source and script, `count` times the figure and once the script."""
    words = {name: escape(getattr(figures, name)) for name in ("HEADLINE", "SUBTITLE", "COLUMN", "SOURCE")}
    figure = (
        "<figure><h1>{HEADLINE}</h1><p>{SUBTITLE} - {COLUMN}</p>" + place + "<figcaption>{SOURCE}</figcaption></figure>"
    ).format(**words)
    data = {"rows": figures.ROWS, "colours": figures.COLOURS, "domain": figures.DOMAIN}
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><title>US goods deficits, 2024</title>'
        f"<style>{STYLE}</style>{figure * count}"
        f"<script>const figures={json.dumps(data)}</script><script>{_bundled(script)}</script></html>"
    )


@cache
def _bundled(script: str) -> str:
    command = [ESBUILD, HERE / script, "--bundle", "--minify", "--format=iife", "--legal-comments=none"]
    code = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return code.replace("</script", "<\\/script")
