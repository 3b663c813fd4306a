"""When the charts of a page answer a reader: once their scripts have taken the markup over."""

from __future__ import annotations

# A chart is hydrated when its browser is idle; then its years are controls and its names are buttons.
ANSWERING = """() => {
  const components = customElements.get("trade-chart") ? [...document.querySelectorAll("trade-chart")] : [];
  const roots = [...document.querySelectorAll("body:has(#tc-spec)"), ...components.map((each) => each.shadowRoot)];
  return roots.every((each) => each.querySelector(".tc-body :is(button, input, select)"));
}"""
