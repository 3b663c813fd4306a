// What a reader compares: a chip for each chosen row, with a cross that takes it away, and a list to add others from.
import type { VNode } from "preact";
import type { Live } from "../../chart.ts";
import type { Chips } from "../../figure.ts";
import { mark } from "../../style/inline.ts";
import { filled } from "../../text/number.ts";

/** The chips and the list; until the page is live, only their space is reserved. */
export const html = ({ label, add, remove, chosen, offered }: Chips, live: Live | null): VNode => (
  <p class="tc-chips">
    {live && [
      <span>{label}</span>,
      chosen.map(({ key, name, accent }) => (
        <button
          type="button"
          aria-label={filled(remove, { name })}
          style={mark(accent)}
          onClick={({ currentTarget }) => {
            // The chip that has the focus goes, and the list beside it stays.
            currentTarget.parentElement!.querySelector("select")?.focus();
            live.toggle(key);
          }}
        >
          {name}
        </button>
      )),
      offered[0] && (
        <select
          aria-label={add}
          onChange={({ currentTarget }) => {
            live.toggle(currentTarget.value);
            currentTarget.value = "";
          }}
          onKeyDown={(event) => {
            // In a closed list, arrows and letters would choose row after row. They open it instead.
            if (event.altKey || event.ctrlKey || event.metaKey || !/^(Arrow.*|[^ ])$/.test(event.key)) return;
            event.preventDefault();
            event.currentTarget.showPicker?.();
          }}
        >
          <option value="">{`+ ${add}`}</option>
          {offered.map(({ key, name }) => (
            <option value={key}>{name}</option>
          ))}
        </select>
      ),
    ]}
  </p>
);
