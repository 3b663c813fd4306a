// Only what the chart uses is imported.
import { axisX, axisY, barX, plot, text } from "@observablehq/plot";

const rows = figures.rows.map(([partner, deficit, share], at) => ({ partner, deficit, share, colour: figures.colours[at] }));

for (const place of document.querySelectorAll(".plot")) {
  place.append(plot({
    width: 720, height: 366, marginLeft: 96, marginRight: 64,
    x: { domain: figures.domain, label: null }, y: { domain: rows.map((row) => row.partner), label: null },
    style: { fontSize: "14px" },
    marks: [
      axisX({ ticks: 4 }), axisY({ tickSize: 0 }),
      barX(rows, { x: "deficit", y: "partner", fill: "colour" }),
      text(rows, { x: "deficit", y: "partner", text: (row) => String(row.deficit), textAnchor: "start", dx: 6 }),
      text(rows, { y: "partner", text: "share", frameAnchor: "right", textAnchor: "end", dx: 62 }),
    ],
  }));
}
