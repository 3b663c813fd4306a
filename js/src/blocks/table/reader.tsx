// What a reader uses a table with: the field that finds rows, the rows chosen, and the way back.
import type { VNode } from "preact";
import type { Live } from "../../chart.ts";
import type { Figure, Row } from "../../figure.ts";
import { LONG, offered } from "../../layout/rows.ts";

/** Above the table: the field, for which a long list keeps the space until it is live, and two chosen rows or more. */
export function Above({ rows, figure, live }: { rows: Row[]; figure: Figure; live: Live | null }) {
  const chosen = rows.filter((row) => row.selected);
  const { find, remove } = figure.locale.words;
  return (
    <>
      {offered(rows).length > LONG && (
        <p class="tc-find">
          {live && (
            <label>
              {`${find} `}
              <input type="search" autocomplete="off" {...live.find} />
            </label>
          )}
        </p>
      )}
      {live && chosen.length > 1 && (
        <p class="tc-chips">
          {chosen.map((row) => (
            <button key={row.key} type="button" aria-label={remove.replace("{name}", row.name)} {...live.remove(row)}>
              {`${row.name} \u2715`}
            </button>
          ))}
          {figure.said && <span>{figure.said}</span>}
        </p>
      )}
    </>
  );
}

/** Below the table: what a row is selected for or, if there are lines, a read-out; and the way back. */
export function Below({ text, long, figure, live }: { text: string; long: string; figure: Figure; live: Live | null }) {
  return (
    <>
      <p class="tc-readout" data-longest={long}>
        {live && <span>{text}</span>}
        {live?.reset && (
          <button type="button" {...live.reset}>
            {figure.locale.words.reset}
          </button>
        )}
      </p>
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
