// Published estimates of content, as dots on one line of cents, under what they cover.
import type { Cell, Row, Table } from "../../figure.ts";
import { caption } from "../../layout/around.ts";
import { column, row as named, sorted } from "../../layout/rows.ts";
import type { AdjustedBalanceSpec, AdjustedBalanceState, Locale } from "../../spec.gen.ts";
import { exact, rounded } from "../../text/exact.ts";
import { filled } from "../../text/number.ts";
import { axis, between, scale } from "./scale.ts";

/** A share in words, as whole cents; halves of a cent are rounded up. */
export const inCents = (share: number, cents: string, locale: Locale): string =>
  filled(cents, { n: rounded(exact(share), 2) }, locale);

/** The estimates in the reader's order under each heading, and an assumed share last. */
export function estimates(spec: AdjustedBalanceSpec, state: AdjustedBalanceState): Table {
  const { columns: heads, rows, amounts, frame } = spec;
  const assumed = amounts ? state.us_content : null;
  const shares = rows.map(({ content }) => content?.[0] ?? 0);
  const own = scale([...shares, assumed ?? 0, ...spec.scale!.ticks.map(({ value }) => value)]);
  const dot = (share: number | undefined, hollow: boolean, more: object): Cell =>
    share === undefined
      ? between(0, 0, 0, { bar: null, ...more })
      : between(own.zero, own.at(share), own.zero, { form: hollow ? "ring" : "point", ...more });
  const groups = [...new Set(rows.map(({ group }) => group))];
  return {
    kind: "table",
    caption: caption(frame),
    under: true,
    columns: [
      column("name", heads.partner, "label", state),
      { ...column("content", heads.content!, "bar", state), axis: axis(spec, own, []) },
    ],
    rows: [
      ...groups.flatMap((group) =>
        sorted(
          rows.filter((row) => row.group === group),
          state,
          ({ content }) => content?.[0],
        ).map((row): Row => {
          const { content, text = "", detail, annotation, hollow = false } = row;
          return {
            ...named(row, state, row.readout, dot(content?.[0], hollow, { text, detail, annotation })),
            group,
          };
        }),
      ),
      ...(amounts && assumed !== null
        ? [
            {
              ...named(
                { partner: "_own", name: amounts.own },
                state,
                "",
                dot(assumed, true, { text: inCents(assumed, amounts.cents, spec.locale) }),
              ),
              closing: true,
            },
          ]
        : []),
    ],
  };
}
