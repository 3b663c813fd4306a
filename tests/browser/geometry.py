"""What is wrong with where things stand in a figure, as a function to evaluate in the page.

Its faults: the page scrolls sideways; text outside the window, cut off, or over other text, a bar, a tick or a dot; a
word broken over lines in a printed value, and in whatever else ``WORDS`` is replaced by as a selector.
"""

FAULTS = """() => {
  const faults = [], figure = document.querySelector(".tradecontext"), page = document.documentElement;
  const name = (text) => JSON.stringify(text.trim().slice(0, 40));
  if (page.scrollWidth > innerWidth) faults.push(`sideways: ${page.scrollWidth} > ${innerWidth}`);

  const texts = [], walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT), range = document.createRange();
  const rects = () => [...range.getClientRects()].filter((rect) => rect.width > 0.1);
  for (let node; (node = walker.nextNode());) {
    const owner = node.parentElement;
    if (!node.data.trim() || owner.closest("caption") || !owner.getClientRects().length) continue;
    range.selectNodeContents(node);
    for (const rect of rects()) texts.push({ node, rect });
    if (owner.closest(".tc-value, .tc-none, WORDS")) {
      for (const word of node.data.matchAll(/[^\\s]+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set(rects().map((rect) => Math.round(rect.top))).size > 1) faults.push(`broken: ${name(word[0])}`);
      }
    }
  }
  for (const { node, rect } of texts) {
    if (rect.left < -0.5 || rect.right > innerWidth + 0.5 || rect.top + scrollY < -0.5) faults.push(`outside: ${name(node.data)}`);
  }
  for (const node of new Set(texts.map((text) => text.node))) {
    for (let box = node.parentElement; box !== figure; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (box.clientWidth && box.scrollWidth > box.clientWidth + 1) faults.push(`cut: ${name(node.data)} in ${box.className || box.localName}`);
      if (overflowY !== "visible" && box.scrollHeight > box.clientHeight + 1) faults.push(`cut: ${name(node.data)}`);
    }
  }
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5;
  texts.sort((a, b) => a.rect.top - b.rect.top);
  texts.forEach((text, index) => {
    for (let next = index + 1; next < texts.length && texts[next].rect.top < text.rect.bottom; next++) {
      if (texts[next].node !== text.node && over(text.rect, texts[next].rect)) faults.push(`overlaps: ${name(text.node.data)} and ${name(texts[next].node.data)}`);
    }
  });
  for (const mark of figure.querySelectorAll(".tc-track > *, .tc-scale > *")) {
    const rect = mark.getBoundingClientRect();
    for (const text of rect.width ? texts : []) {
      if (over(text.rect, rect)) faults.push(`overlaps: ${name(text.node.data)} and a mark ${mark.localName}`);
    }
  }
  return [...new Set(faults)];
}"""
