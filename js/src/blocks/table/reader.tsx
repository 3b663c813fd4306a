// What a reader uses a table with: the field that finds rows, the rows chosen, and the way back.
import type { VNode } from "preact";
import type { Live } from "../../chart.ts";
import type { Figure, Row } from "../../figure.ts";
import { LONG, offered } from "../../layout/rows.ts";
import { filled } from "../../text/number.ts";

interface Used {
  rows: Row[];
  figure: Figure;
  live: Live | null;
}

/** The field that finds rows of a long list; until it is live, its space is kept. */
export const Find = ({ rows, figure, live }: Used): VNode | null =>
  offered(rows).length > LONG ? (
    <p class="tc-find">
      {live && (
        <label>
          {`${figure.locale.words.find} `}
          <input type="search" autocomplete="off" {...live.find} />
        </label>
      )}
    </p>
  ) : null;

/** Two chosen rows or more, each with a button that takes it out, and what there is to say of them together. */
export function Chips({ rows, figure, live }: Used) {
  const chosen = rows.filter((row) => row.selected);
  if (!live || chosen.length < 2) return null;
  return (
    <p class="tc-chosen">
      {chosen.map((row) => (
        <button
          key={row.key}
          type="button"
          aria-label={filled(figure.locale.words.remove, { name: row.name })}
          {...live.remove(row)}
        >
          {`${row.name} \u2715`}
        </button>
      ))}
      {figure.said && <span>{figure.said}</span>}
    </p>
  );
}

/** Below the table: the hint to select a row or, if there are lines, a read-out; and Reset. No text below a collapsed
 * table. */
export function Below({ text, long, figure, live }: { text: string; long: string; figure: Figure; live: Live | null }) {
  return (
    <>
      {(long || live?.reset) && (
        <p class="tc-readout" data-longest={long}>
          {live && <span>{text}</span>}
          {live?.reset && (
            <button type="button" {...live.reset}>
              {figure.locale.words.reset}
            </button>
          )}
        </p>
      )}
      <p class="tc-told" aria-live="polite">
        {live && <span>{live.told()}</span>}
      </p>
    </>
  );
}

/** The row below a selected one, with its read-out. */
export const detail = (row: Row, columns: number): VNode => (
  <tr key={`${row.key} detail`} class="tc-detail">
    <td colSpan={columns}>{row.readout}</td>
  </tr>
);
