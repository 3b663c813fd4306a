// A partner's flows and their balance, which no share of content changes.
import type { BarCell, Table } from "../../figure.ts";
import { bar, row as named } from "../../layout/rows.ts";
import type { AdjustedBalanceSpec, AdjustedBalanceState } from "../../spec.gen.ts";
import { type Exact, exact, plus, product, value } from "../../text/exact.ts";
import { amount, filled } from "../../text/number.ts";
import { inCents } from "./estimates.ts";
import { scale } from "./scale.ts";

type Amounts = NonNullable<AdjustedBalanceSpec["amounts"]>;

/** A partner's flows and balance, which no share changes; then the content of imports for a share, if one is chosen. */
export function flows(spec: AdjustedBalanceSpec, amounts: Amounts, state: AdjustedBalanceState): Table {
  const { lines, power, one_sided: reading } = amounts;
  const [exports, imports] = [exact(amounts.exports), exact(amounts.imports)];
  // A selected estimate takes precedence over the assumed share.
  const [first, second] = spec.rows.filter(({ partner }) => state.selection.includes(partner));
  const chosen = second ? undefined : first;
  const share = chosen?.content?.[0] ?? state.us_content;
  type Line = [string, Exact, BarCell["form"]?, string?];
  const list: Line[] = [
    [lines.exports, exports],
    [lines.imports, imports],
    [lines.balance, plus(exports, imports, -1n), "whole", amounts.why],
  ];
  if (share !== null) {
    const content = product(imports, exact(share));
    const without = plus(imports, content, -1n);
    const applied = chosen?.applied ?? filled(amounts.applied, { cents: inCents(share, amounts.cents, spec.locale) });
    list.push([applied, content, "own"], [lines.without, without]);
    if (reading) list.push([reading.name, plus(exports, without, -1n), "step", reading.warning]);
  }
  const values = list.map(([, figure]) => value(figure));
  const { at, zero } = scale(values);
  return {
    kind: "table",
    caption: amounts.caption,
    under: true,
    columns: [
      { key: "line", title: amounts.title, cell: "label", sort: null },
      { key: "amount", title: amounts.unit, cell: "bar", sort: null },
    ],
    rows: list.map(([name, figure, form, annotation], index) => ({
      ...named(
        { partner: `_${index}`, name },
        state,
        "",
        bar(at(values[index]!), zero, { text: amount(figure, power, spec.numbers), form, annotation }),
      ),
      still: true,
    })),
  };
}
