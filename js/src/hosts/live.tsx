// What a reader can do: sort, select, and read out. Draws the same figure again and lets Preact move what changed.
import { hydrate, render } from "preact";
import type { Chart, State } from "../charts/chart.ts";
import type { Column, Row } from "../figure.ts";
import type { Locale } from "../spec.gen.ts";
import { html } from "../paint/html.tsx";

type Props = Record<string, unknown>;

/** The handlers and attributes that make a drawn table answer. */
export interface Live {
  table: () => Props;
  line: (row: Row) => Props;
  row: (row: Row) => Props;
  header: (column: Column) => Props;
  readout: () => string;
}

interface Drawable { locale: Locale; theme: string }

/** A mounted chart: `draw` shows another spec, state or theme; `remove` takes it away. */
export interface Mounted<S> {
  draw: (spec: S, state: State, theme?: string) => void;
  remove: () => void;
}

/** Mounts a chart into `root`; markup that a server drew there already is taken over unchanged. */
export function mount<S extends Drawable>(
  root: HTMLElement, chart: Chart<S>, first: S, start: State,
  options: { headline: "h1" | "p"; drawn: boolean; onChange: (state: State) => void },
): Mounted<S> {
  let spec = first;
  let state = start;
  let theme: string | undefined;
  let pointed = "";
  let stop = "";
  let rows: Row[] = [];

  const change = (patch: Partial<State>): void => {
    state = { ...state, ...patch };
    slide(root, draw);
    options.onChange(state);
  };
  const point = (key: string): void => {
    if (key !== pointed) {
      pointed = key;
      draw();
    }
  };
  const select = (key: string, more: boolean): void => {
    const without = state.selection.filter((each) => each !== key);
    const chosen = without.length < state.selection.length;
    if (more) change({ selection: chosen ? without : [...without, key] });
    else change({ selection: chosen && !without.length ? [] : [key] });
  };

  // One tab stop a chart: whatever was focused last, else the sorted column's header.
  const tab = (key: string, fallback: boolean): number => (stop ? stop === key : fallback) ? 0 : -1;
  const live: Live = {
    table: () => ({ onKeyDown, onPointerLeave: () => point("") }),
    line: (row) => row.closing ? { onPointerEnter: () => point(row.key) } : {
      onPointerEnter: () => point(row.key),
      onClick: (event: MouseEvent) => select(row.key, event.ctrlKey || event.metaKey || event.shiftKey),
    },
    row: (row) => ({
      type: "button",
      "aria-pressed": row.selected,
      tabIndex: tab(`r${row.key}`, false),
      onFocus: () => {
        stop = `r${row.key}`;
        point(row.key);
        draw();
      },
      onBlur: () => point(""),
    }),
    header: (column) => ({
      type: "button",
      title: spec.locale.words.sort,
      tabIndex: tab(`c${column.key}`, column.sort !== "none"),
      onFocus: () => {
        stop = `c${column.key}`;
        draw();
      },
      onClick: () => change({ sort_by: state.sort_by === column.key ? `-${column.key}` : column.key }),
    }),
    readout: () => {
      const chosen = rows.filter((row) => row.selected);
      const shown = rows.find((row) => row.key === pointed) ?? (chosen.length === 1 ? chosen[0] : undefined);
      return shown?.readout ?? spec.locale.words.hint;
    },
  };

  function onKeyDown(event: KeyboardEvent): void {
    const table = event.currentTarget as HTMLElement;
    const now = event.target as HTMLElement;
    const heads = [...table.querySelectorAll<HTMLElement>("thead button")];
    const names = [...table.querySelectorAll<HTMLElement>("tbody button")];
    const row = names.indexOf(now);
    const column = heads.indexOf(now);
    const head = heads[Math.max(0, column)];
    const along = getComputedStyle(table).direction === "rtl" ? -1 : 1;
    const to = ({
      ArrowDown: row < 0 ? names[0] : names[row + 1],
      ArrowUp: row > 0 ? names[row - 1] : row === 0 ? head : undefined,
      ArrowRight: heads[column + along],
      ArrowLeft: heads[column - along],
      Home: row < 0 ? heads[0] : names[0],
      End: row < 0 ? heads.at(-1) : names.at(-1),
    } as Record<string, HTMLElement | undefined>)[event.key];
    if (event.key.startsWith("Arrow") && column < 0 && row >= 0 && /Left|Right/.test(event.key)) return;
    if (to) {
      to.focus();
      event.preventDefault();
    } else if (event.key === "Escape" && state.selection.length) {
      change({ selection: [] });
    } else if (row >= 0 && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      const key = stop.slice(1);
      select(key, event.ctrlKey || event.metaKey || event.shiftKey);
    }
  }

  function tree(answering: boolean) {
    const figure = chart.figure(spec, state);
    rows = figure.blocks.flatMap((block) => block.rows);
    return html(figure, answering ? live : null, options.headline, theme);
  }
  function draw(): void {
    render(tree(true), root);
  }

  if (options.drawn) hydrate(tree(false), root);
  draw();
  return {
    draw: (nextSpec, nextState, nextTheme) => {
      const moved = spec === nextSpec;
      spec = nextSpec;
      state = nextState;
      theme = nextTheme;
      if (moved) slide(root, draw);
      else draw();
    },
    remove: () => render(null, root),
  };
}

/** Rows that changed place slide there, unless the reader asked for less motion. */
function slide(root: HTMLElement, draw: () => void): void {
  const lines = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("tbody tr")];
  const before = new Map(lines().map((line) => [line, line.offsetTop]));
  draw();
  if (matchMedia("(prefers-reduced-motion:reduce)").matches) return;
  for (const line of lines()) {
    const moved = (before.get(line) ?? line.offsetTop) - line.offsetTop;
    if (moved) line.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], { duration: 300, easing: "ease" });
  }
}
