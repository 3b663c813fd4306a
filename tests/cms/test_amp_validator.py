"""AMP's own validator finds nothing in a page that has our snippet in its body."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import tradecontext as tc
from golden import CASES, golden

HERE = Path(__file__).parent
RULES = HERE.parents[1] / ".amp/validator_wasm.js"
URL = "https://charts.example.org/deficits.html?a=1&b=2"
VALIDATE = """
const { getInstance } = require("amphtml-validator");
getInstance(process.argv[1]).then((validator) => {
  const pages = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const said = ({ status, errors }) => [status, errors.map(({ severity, message }) => `${severity}: ${message}`)];
  console.log(JSON.stringify(pages.map((page) => said(validator.validateString(page)))));
});
"""
# What AMP demands of every page, and the one extension that the snippet's comment names.
HOST = """<!doctype html>
<html amp lang="en">
<head>
<meta charset="utf-8">
<script async src="https://cdn.ampproject.org/v0.js"></script>
<script async custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>
<title>Article</title>
<link rel="canonical" href="https://news.example.org/article.html">
<meta name="viewport" content="width=device-width">
<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-moz-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-ms-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-moz-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-ms-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-o-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style><noscript><style amp-boilerplate>body{-webkit-animation:none;-moz-animation:none;-ms-animation:none;animation:none}</style></noscript>
</head>
<body>
<p>Before it.</p>
%s
<p>After it.</p>
</body>
</html>
"""


def validated(pages: list[str]) -> list[Any]:
    """Return for each page what the validator says: its status, and the messages."""
    command = ["node", "-e", VALIDATE, str(RULES)]
    done = subprocess.run(
        command, input=json.dumps(pages), capture_output=True, text=True, check=True, timeout=120, cwd=HERE
    )
    found: list[Any] = json.loads(done.stdout)
    return found


def test_every_snippet_is_valid() -> None:
    # Snippets differ in words, addresses and heights alone, so some of all charts do.
    cases = [case for case in CASES if case.endswith(("/plain", "/hostile", "/right_to_left", "/bridge"))]
    pages = [HOST % tc.from_spec(golden(case)).embed("amp", URL) for case in cases]
    assert len(cases) > 8
    assert dict(zip(cases, validated(pages), strict=True)) == {case: ["PASS", []] for case in cases}


def test_the_validator_refuses_what_is_not() -> None:
    snippet = tc.from_spec(golden(CASES[0])).embed("amp", URL)
    (unloaded, words), (scripted, _) = validated(
        [(HOST % snippet).replace("amp-iframe-0.1.js", "amp-carousel-0.1.js"), HOST % f"{snippet}<script>1</script>"]
    )
    assert [unloaded, scripted] == ["FAIL", "FAIL"]
    assert any("amp-iframe" in text for text in words)
