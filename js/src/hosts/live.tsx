// Interaction: sorting, selecting and reading values. Each change draws the whole figure again; only what differs is
// updated.
import type { ComponentChild } from "preact";
import { type Chart, type Common, figure, type Live, type Paint, type Props, type State } from "../chart.ts";
import type { Figure, Row, Table } from "../figure.ts";
import { offered } from "../layout/rows.ts";
import { filled } from "../text/number.ts";
import { reconcile } from "./reconcile.ts";

/** Draws the part of the figure that a host updates: all of it, or only the blocks. */
export type View = (paint: Paint, figure: Figure, live: Live | null, theme?: string) => ComponentChild;

/** A mounted chart: `draw` shows another spec, state or theme; `remove` unmounts it. */
export interface Mounted<S extends Common> {
  draw: (spec: S, state: S["initial"], theme?: string) => void;
  remove: () => void;
}

/** Mounts a chart into `root`; with `hydrate`, it adopts the markup that the server drew there, unchanged. */
export function mount<S extends Common>(
  root: HTMLElement,
  chart: Chart<S>,
  first: S,
  start: S["initial"],
  options: {
    view: View;
    hydrate?: true;
    follow?: Paint["follow"];
    onChange?: (state: S["initial"]) => void;
    /** Is called with each element that is not in the server's markup. */
    created?: (element: Element) => void;
  },
): Mounted<S> {
  let spec = first;
  let state = start;
  let theme: string | undefined;
  let pointed: string | undefined;
  /** The name of the button that was focused last, and below, of the one that is the tab stop. */
  let focused = "";
  let stop: string | undefined;
  let tables: Table[] = [];
  let rows: Row[] = [];
  let now: Figure | undefined;
  /** Whether the reader has changed the period: then the read-out is that of the leading row. */
  let moved = false;
  /** Returns what the reader's last change has brought, once that is laid out. */
  let told = (): string => "";
  /** The name, or a part of it, that the reader looks for. */
  let sought = "";
  /** The year of the cross-hair, by its index, while there is one. */
  let year: number | undefined;

  const update = reconcile(root, options.created);
  const all = (what: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(what)];
  /** The closest match around an event's original target, which the reader's first event may have replaced. */
  const inside = (event: Event, what: string): Element | undefined =>
    event.composedPath().find((each): each is Element => each instanceof Element && each.matches(what));
  const named = (key?: string | null): Row | undefined => rows.find((row) => row.key === key);
  /** The row that an event is in, or whose line or name in the plot it is in. */
  const at = (event: Event): Row | undefined => named(inside(event, "[data-key]")?.getAttribute("data-key"));
  /** The selected row, if it is the only one. */
  const only = (): Row | undefined => {
    const [first, second] = rows.filter((row) => row.selected);
    return second ? undefined : first;
  };
  const change = (patch: Partial<State> | Props): void => {
    state = { ...state, ...patch };
    slide(root, redraw);
    options.onChange?.(state);
  };
  const point = (row?: Row): void => {
    if (row?.key === pointed) return;
    pointed = row?.key;
    if (now!.blocks.some(({ kind }) => kind === "lines")) draw();
  };
  /** Adds a row to the selection, or takes it out; what it brings is announced once. */
  const select = (key: string): void => {
    const without = state.selection.filter((each) => each !== key);
    const selection = without.length < state.selection.length ? without : [...without, key];
    told = () => now!.said ?? (selection === without ? "" : (named(key)?.readout ?? ""));
    change({ selection });
    const line = all("tbody tr").find((each) => each.dataset.key === key);
    if (selection !== without) line?.nextElementSibling?.scrollIntoView({ block: "nearest" });
  };
  /** Moves the focus from a control that is gone to the table. */
  const refocus = (gone: Element): void => {
    if (!gone.isConnected) all("table [tabindex='0']")[0]?.focus();
  };
  const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const found = (row: Row): boolean => !sought || (!row.closing && plain(row.name).includes(plain(sought.trim())));
  const seek = (text: string): void => {
    sought = text;
    told = () => (sought ? filled(spec.locale.words.found, { n: rows.filter(found).length }, spec.locale) : "");
    draw();
  };

  // The names of header buttons begin with a slash, to tell them from rows.
  const button = (name: string): Props => ({ type: "button", name, tabIndex: stop === name ? 0 : -1 });
  const live: Live = {
    rows: {
      onPointerOver: (event: Event) => point(at(event)),
      onPointerLeave: () => point(),
      onFocusIn: (event: Event) => {
        focused = (event.target as HTMLButtonElement).name;
        pointed = at(event)?.key;
        draw();
      },
      onFocusOut: () => point(),
      onClick: (event: MouseEvent) => {
        const row = at(event);
        const key = inside(event, "thead th")?.querySelector("button")?.name.slice(1);
        if (key) change({ sort_by: state.sort_by === key ? `-${key}` : key });
        else if (row && offered([row]).length) select(row.key);
      },
      onKeyDown,
    },
    period: (end) => ({
      onChange: (event: Event) => {
        const years = [...state.period!];
        years[end] = Number((event.target as HTMLSelectElement).value);
        moved = true;
        told = () => now!.said ?? (only() ?? named(now!.lead))?.readout ?? "";
        // If the first year is after the last, the two are swapped.
        change({ period: years.sort() });
      },
    }),
    toggle: select,
    row: (row) => ({ ...button(row.key), "aria-pressed": row.selected }),
    header: (column) => ({ ...button(`/${column.key}`), title: spec.locale.words.sort }),
    find: {
      get value() {
        return sought;
      },
      onInput: (event: Event) => seek((event.target as HTMLInputElement).value),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== "Escape" || !sought) return;
        seek("");
        event.preventDefault();
      },
    },
    found,
    remove: ({ key }) => ({
      onClick: ({ currentTarget }: Event) => {
        select(key);
        refocus(currentTarget as Element);
      },
    }),
    get reset() {
      if (!sought && JSON.stringify(state) === JSON.stringify(spec.initial)) return null;
      return {
        onClick: ({ currentTarget }: Event) => {
          sought = "";
          moved = false;
          told = () => "";
          change({ ...spec.initial });
          refocus(currentTarget as Element);
        },
      };
    },
    told: () => told(),
    cross: {
      get year() {
        return year;
      },
      to: (next) => {
        if (next === year) return;
        year = next;
        draw();
      },
    },
    readout: () => {
      const row = named(pointed);
      const { said, lead } = now!;
      if (row?.readout && !(said && row.selected)) return row.readout;
      return said ?? (only()?.readout || (moved && named(lead)?.readout) || spec.locale.words.hint);
    },
  };

  function onKeyDown(event: KeyboardEvent): void {
    const { key, target } = event;
    const heads = all("thead button");
    // What is collapsed or sorted out by the reader's search cannot have the focus.
    const names = all("tbody tr:not([data-unfound], details:not([open]) *) button");
    const row = names.indexOf(target as HTMLElement);
    const column = heads.indexOf(target as HTMLElement);
    const along = spec.locale.dir === "rtl" ? -1 : 1;
    const to = (
      row < 0
        ? {
            ArrowDown: names[0],
            ArrowRight: heads[column + along],
            ArrowLeft: heads[column - along],
            Home: heads[0],
            End: heads.at(-1),
          }
        : ({
            ArrowDown: names[row + 1],
            ArrowUp: names[row - 1] ?? heads[0],
            Home: names[0],
            End: names.at(-1),
          } as Record<string, HTMLElement | undefined>)
    )[key];
    if (to) to.focus();
    else if (key === "Escape" && state.selection.length) change({ selection: [] });
    else if (row >= 0 && /^(Enter| )$/.test(key)) select(focused);
    else return;
    event.preventDefault();
  }

  /** Lays the figure out for another spec or state. */
  function layOut(): void {
    const before = now;
    now = figure(chart, spec, state);
    tables = now.blocks.flatMap((block) => (block.kind === "table" ? block : []));
    rows = tables.flatMap((each) => each.rows);
    if (before && before.frame !== now.frame) options.follow?.(root, before, now);
  }
  function draw(answering: Live | null = live): void {
    // A chart has one tab stop: the button focused last, else the sorted column's header, else the first button.
    const heads = tables.flatMap(({ columns }) => columns).filter(({ sort }) => sort);
    const names = [...heads.filter(({ sort }) => sort !== "none"), ...heads]
      .map(({ key }) => `/${key}`)
      .concat(
        offered(rows)
          .filter(found)
          .map(({ key }) => key),
      );
    stop = names.includes(focused) ? focused : names[0];
    update(options.view(chart.paint, now!, answering, theme));
  }
  function redraw(): void {
    layOut();
    draw();
  }

  layOut();
  if (options.hydrate) draw(null);
  draw();
  return {
    draw: (nextSpec, nextState, nextTheme) => {
      const moved = spec === nextSpec;
      spec = nextSpec;
      state = nextState;
      theme = nextTheme;
      if (moved) slide(root, redraw);
      else redraw();
    },
    remove: () => update(null),
  };
}

/** More rows are not animated: no reader could follow them, and their layout would take longer than a frame. */
const MANY = 50;

/** Draws, and animates rows that changed their order, unless the reader prefers reduced motion. */
function slide(root: HTMLElement, draw: () => void): void {
  const lines = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("tbody tr[data-key]")];
  const before = new Map(lines().map((line) => [line, line.offsetTop]));
  draw();
  // A detail that opens moves the rows below it at once: sliding, they would cover it.
  const [then, now] = [[...before.keys()], lines()].map((list) => String(list.map(({ dataset }) => dataset.key)));
  if (then === now || before.size > MANY || matchMedia("(prefers-reduced-motion:reduce)").matches) return;
  // All positions are read before any animation starts, because each read after a start would force a new layout.
  const moves = lines().map((line) => [line, (before.get(line) ?? line.offsetTop) - line.offsetTop] as const);
  for (const [line, moved] of moves) {
    if (moved)
      line.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], { duration: 300, easing: "ease" });
  }
}
