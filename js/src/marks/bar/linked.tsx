// A bar that is divided into parts, or from which lines lead to the bars of the rows above and below; and a pair of
// bars.
import type { Live } from "../../chart.ts";
import type { BarCell, Row } from "../../figure.ts";
import { percent } from "../../style/inline.ts";
import { html as bar } from "./html.tsx";
import { ends } from "./pair.ts";

const fraction = (at: number): number => Math.round(at * 1e4) / 1e4;

/** The cell of the bar. */
export function html(cell: BarCell, row: Row, live: Live | null) {
  const { parts = [], links = {}, zero } = cell;
  const [from, to] = cell.form === "pair" ? ends(cell).map(percent) : [];
  return bar(
    cell,
    row,
    live,
    [
      ...parts.map((size) => <i style={`width:${percent(size)}`} />),
      ...Object.entries(links).map(
        ([to, at]) => at !== undefined && <s class={`tc-${to}`} style={`--at:${fraction(at)}`} />,
      ),
    ],
    from ? `--zero:${percent(zero)};--from:${from};--to:${to}` : cell.links && `--zero:${fraction(zero)}`,
  );
}
