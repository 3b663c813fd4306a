"""A function to evaluate in a page that returns the faults in the layout of a figure.

The faults are: the page scrolls sideways; text or a mark is outside the figure; text is clipped, overflows its box, or
overlaps other text, a bar, a tick, a dot or a vertical line; a small line overlaps a bar; a bar or a tick of a scale is
not where the drawing places it, or tracks do not all begin and end alike; a word is broken over lines in a printed
value or a tick, or in elements of the selector that replaces ``WORDS``.
"""

FAULTS = """() => {
  const faults = [], figure = document.querySelector(".tradecontext"), page = document.documentElement;
  const name = (text) => JSON.stringify(text.trim().slice(0, 40));
  if (page.scrollWidth > innerWidth) faults.push(`sideways: ${page.scrollWidth} > ${innerWidth}`);

  const texts = [], walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT), range = document.createRange();
  const rects = () => [...range.getClientRects()].filter((rect) => rect.width > 0.1);
  for (let node; (node = walker.nextNode());) {
    const owner = node.parentElement;
    if (!node.data.trim() || owner.closest("caption, .tc-told, select, [data-bridge] th > span:not(.tc-axis)") || !owner.getClientRects().length || !owner.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(node);
    for (const rect of rects()) texts.push({ node, rect });
    if (owner.closest(".tc-value, .tc-none, .tc-axis, .tc-spark, .tc-names b, .tc-years, .tc-plot, WORDS")) {
      for (const word of node.data.matchAll(/[^\\s]+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set(rects().map((rect) => Math.round(rect.top))).size > 1) faults.push(`broken: ${name(word[0])}`);
      }
    }
  }
  const frame = figure.getBoundingClientRect();
  // A line box is lower than the letters of some fonts may be high.
  const outside = (rect, slack) => rect.left < frame.left - slack || rect.right > frame.right + slack || rect.top < frame.top - slack - 3 || rect.bottom > frame.bottom + slack + 3;
  for (const { node, rect } of texts) {
    if (outside(rect, 0.5)) faults.push(`outside: ${name(node.data)}`);
    // What stands at a place of its own has no box to stay in but the figure.
    for (let box = node.parentElement; box !== figure; box = box.parentElement) {
      const { position, display, overflowY } = getComputedStyle(box);
      if (overflowY !== "visible" && box.scrollHeight > box.clientHeight + 1) faults.push(`cut: ${name(node.data)}`);
      if (position === "absolute") break;
      if (display === "inline" || display === "contents") continue;
      const { left, right } = box.getBoundingClientRect();
      if (rect.left < left - 1 || rect.right > right + 1) faults.push(`cut: ${name(node.data)} in ${box.className || box.localName}`);
    }
  }
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  texts.sort((a, b) => a.rect.top - b.rect.top);
  texts.forEach((text, index) => {
    for (let next = index + 1; next < texts.length && texts[next].rect.top < text.rect.bottom; next++) {
      if (texts[next].node !== text.node && over(text.rect, texts[next].rect)) faults.push(`overlaps: ${name(text.node.data)} and ${name(texts[next].node.data)}`);
    }
  });
  // A dot is drawn over the end of its stem, as a box that the style sheet alone knows.
  const dot = (mark) => {
    const style = getComputedStyle(mark, "::after"), stem = mark.getBoundingClientRect();
    if (style.content === "none") return [];
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(parseFloat);
    return [new DOMRect(stem.left + left, stem.top + top, width, height)];
  };
  const visible = [...figure.querySelectorAll(".tc-track > *, .tc-scale > *")].filter((mark) => mark.checkVisibility());
  const marks = visible.flatMap((mark) => [mark.getBoundingClientRect(), ...dot(mark)].map((rect) => ({ rect, what: mark.localName })));
  for (const mark of figure.querySelectorAll(".tc-lines > u")) {
    const { left, right, top, height } = mark.getBoundingClientRect();
    marks.push({ rect: new DOMRect(getComputedStyle(mark).direction === "rtl" ? right - 1 : left, top, 1, height), what: "upright" });
  }
  for (const { rect, what } of marks) {
    if (!rect.width) continue;
    if (outside(rect, 1)) faults.push(`outside: a mark ${what}`);
    // Names in the plot have a halo, since lines cross them.
    for (const text of texts) if (over(text.rect, rect) && !(what === "upright" && text.node.parentElement.closest(".tc-plot .tc-names"))) faults.push(`overlaps: ${name(text.node.data)} and a mark ${what}`);
  }
  for (const row of figure.querySelectorAll("tr:has(.tc-track)")) {
    const [track, line] = [".tc-track", ".tc-spark svg"].map((each) => row.querySelector(each)?.getBoundingClientRect());
    if (line && over(track, line)) faults.push(`overlaps: the small line of ${name(row.textContent)} and its bar`);
  }
  const share = (mark, name) => parseFloat(mark.style.getPropertyValue(name)) / 100;
  const columns = [...figure.querySelectorAll("table")].flatMap((table) =>
    [1, 2].map((column) => [table, [...table.querySelectorAll(".tc-track")].filter((track) => track.closest("td").cellIndex === column && track.checkVisibility()), column]));
  for (const [table, tracks, column] of columns) {
    if (!tracks.length) continue;
    const { left, right, width } = tracks[0].getBoundingClientRect(), backwards = getComputedStyle(table).direction === "rtl";
    const at = (part) => backwards ? right - part * width : left + part * width;
    for (const track of tracks) {
      const own = track.getBoundingClientRect();
      if (Math.abs(own.left - left) > 0.5 || Math.abs(own.right - right) > 0.5) faults.push(`off: the bars of ${name(track.closest("tr").textContent)}`);
      const [bar, second] = track.querySelectorAll("i");
      if (!bar || second) continue;
      if (bar.matches(".tc-pair")) {
        const place = (name) => parseFloat(bar.closest("td").style.getPropertyValue(name)) / 100;
        for (const [drawn, end] of [["::before", "--from"], ["::after", "--to"]]) {
          const style = getComputedStyle(bar, drawn), ends = [place("--zero"), place(end)].map((each) => backwards ? 1 - each : each);
          const long = Math.max(Math.abs(ends[0] - ends[1]) * width, parseFloat(style.minWidth));
          const from = parseFloat(backwards ? style.right : style.left), start = (backwards ? 1 - Math.max(...ends) : Math.min(...ends)) * width;
          if (Math.abs(from - start) > 1 || Math.abs(parseFloat(style.width) - long) > 1) faults.push(`off: a bar of ${name(track.closest("tr").textContent)}`);
        }
        continue;
      }
      const box = bar.getBoundingClientRect(), start = at(share(bar, "margin-inline-start"));
      const long = Math.max(share(bar, "width") * width, parseFloat(getComputedStyle(bar).minWidth));
      if (Math.abs((backwards ? box.right : box.left) - start) > 1 || Math.abs(box.width - long) > 1) faults.push(`off: the bar of ${name(track.closest("tr").textContent)}`);
    }
    for (const tick of table.querySelectorAll(`th:nth-child(${column + 1}) .tc-axis b`)) {
      if (!tick.checkVisibility()) continue;
      const box = tick.getBoundingClientRect(), part = share(tick, "inset-inline-start"), place = at(part);
      // At an end of the scale a tick's words may stand inside it.
      const sides = part === 0 || part === 1 ? [box.left, box.right] : [];
      if (![(box.left + box.right) / 2, ...sides].some((side) => Math.abs(side - place) <= 1)) faults.push(`off: the tick ${name(tick.textContent)}`);
    }
  }
  return [...new Set(faults)];
}"""

AT_WIDTHS = f"""(widths) => widths.map((width) => {{
  for (const fold of document.querySelectorAll(".tradecontext details")) fold.open = true;
  document.documentElement.style.width = `${{width}}px`;
  const {{ scrollWidth, clientWidth }} = document.querySelector(".tradecontext");
  const sideways = scrollWidth > clientWidth ? [`sideways: ${{scrollWidth}} > ${{clientWidth}}`] : [];
  return [...sideways, ...({FAULTS})()];
}})"""
"""The same at each of several widths of the page, one after the other: a window takes far longer to change."""
