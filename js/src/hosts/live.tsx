// What a reader can do: sort, select, and read out. Draws the same figure again and lets Preact move what changed.
import { type ComponentChild, options as preact, render } from "preact";
import { type Chart, type Common, figure, type Live, type Paint, type Props, type State } from "../chart.ts";
import type { Figure, Row } from "../figure.ts";

/** What a host draws: the whole figure, or as much of it as changes. */
export type View = (paint: Paint, figure: Figure, live: Live | null, theme?: string) => ComponentChild;

/** A mounted chart: `draw` shows another spec, state or theme; `remove` takes it away. */
export interface Mounted<S extends Common> {
  draw: (spec: S, state: S["initial"], theme?: string) => void;
  remove: () => void;
}

// An element that says something else is a new one: what a browser's translator has put round the words of the old one
// would stay there, and new words would never be seen.
preact.vnode = (vnode) => {
  const { type, props } = vnode;
  if (typeof type === "string")
    vnode.key ??=
      [props.children]
        .flat()
        .filter((each) => typeof each === "string")
        .join("") || undefined;
};

/** Mounts a chart into `root`; markup that a server drew there already is taken over unchanged, with `hydrate`. */
export function mount<S extends Common>(
  root: HTMLElement,
  chart: Chart<S>,
  first: S,
  start: S["initial"],
  options: { view: View; hydrate?: typeof render; follow?: Paint["follow"]; onChange?: (state: S["initial"]) => void },
): Mounted<S> {
  let spec = first;
  let state = start;
  let theme: string | undefined;
  let pointed: string | undefined;
  /** The name of the button that was focused last, and of the one that Tab comes to. */
  let focused = "";
  let stop: string | undefined;
  let rows: Row[] = [];
  let now: Figure | undefined;
  /** Whether the reader has changed the period: then the read-out says of the leading row what that has brought. */
  let moved = false;

  const all = (what: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(what)];
  /** What an event is in, by what it was in when it began: the reader's first may be why its own target is gone. */
  const inside = (event: Event, what: string): Element | undefined =>
    event.composedPath().find((each): each is Element => each instanceof Element && each.matches(what));
  /** The row an event is in, or in whose line or name it is. */
  const at = (event: Event): Row | undefined => {
    const key = inside(event, "[data-key]")?.getAttribute("data-key");
    return rows.find((row) => row.key === key);
  };
  const change = (patch: Partial<State> | Props): void => {
    state = { ...state, ...patch };
    slide(root, draw);
    options.onChange?.(state);
  };
  const point = (row?: Row): void => {
    if (row?.key !== pointed) {
      pointed = row?.key;
      draw();
    }
  };
  const select = (key: string, event: MouseEvent | KeyboardEvent): void => {
    const without = state.selection.filter((each) => each !== key);
    const chosen = without.length < state.selection.length;
    if (event.ctrlKey || event.metaKey || event.shiftKey) change({ selection: chosen ? without : [...without, key] });
    else change({ selection: chosen && !without.length ? [] : [key] });
  };

  // Headers' names begin with a slash.
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
        else if (row && !row.closing && !row.still) select(row.key, event);
      },
      onKeyDown,
    },
    period: (end) => ({
      onChange: (event: Event) => {
        const years = [...state.period!];
        years[end] = Number((event.target as HTMLSelectElement).value);
        moved = true;
        // A period that would end before it begins turns round.
        change({ period: years.sort() });
      },
    }),
    choice: ({ key: name }) => ({
      // A share of one's own takes the place of one that was chosen.
      onInput: (event: Event) =>
        change({ [name]: Number((event.target as HTMLInputElement).value) / 100, selection: [] }),
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (key === "Escape") change({ [name]: null });
      },
    }),
    row: (row) => ({ ...button(row.key), "aria-pressed": row.selected }),
    header: (column) => ({ ...button(`/${column.key}`), title: spec.locale.words.sort }),
    readout: () => {
      const row = rows.find(({ key }) => key === pointed);
      const [first, second] = rows.filter((each) => each.selected);
      const { said, lead } = now!;
      if (row?.readout && !(said && row.selected)) return row.readout;
      const led = moved && rows.find(({ key }) => key === lead)?.readout;
      return said ?? ((first && !second && first.readout) || led || spec.locale.words.hint);
    },
  };

  function onKeyDown(event: KeyboardEvent): void {
    const { key, target } = event;
    const heads = all("thead button");
    const names = all("tbody button");
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
    else if (row >= 0 && /^(Enter| )$/.test(key)) select(focused, event);
    else return;
    event.preventDefault();
  }

  function tree(answering: boolean) {
    const drawn = figure(chart, spec, state);
    const tables = drawn.blocks.flatMap((block) => (block.kind === "table" ? block : []));
    rows = tables.flatMap((each) => each.rows);
    // One tab stop a chart: what was focused last, else the sorted column's header, else the first there is.
    const heads = tables.flatMap(({ columns }) => columns).filter(({ sort }) => sort);
    const names = [...heads.filter(({ sort }) => sort !== "none"), ...heads]
      .map(({ key }) => `/${key}`)
      .concat(rows.filter((row) => !row.closing && !row.still).map(({ key }) => key));
    stop = names.includes(focused) ? focused : names[0];
    if (now && now.frame !== drawn.frame) options.follow?.(root, now, drawn);
    now = drawn;
    return options.view(chart.paint, drawn, answering ? live : null, theme);
  }
  function draw(): void {
    render(tree(true), root);
  }

  options.hydrate?.(tree(false), root);
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

/** Nobody follows so many rows with the eye, and laying them out at once would take longer than a frame. */
const MANY = 50;

/** Rows that changed place slide there, unless the reader asked for less motion. */
function slide(root: HTMLElement, draw: () => void): void {
  const lines = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("tbody tr")];
  const before = new Map(lines().map((line) => [line, line.offsetTop]));
  draw();
  if (before.size > MANY || matchMedia("(prefers-reduced-motion:reduce)").matches) return;
  // Every place is read before anything moves: reading after each start would lay the whole table out again.
  const moves = lines().map((line) => [line, (before.get(line) ?? line.offsetTop) - line.offsetTop] as const);
  for (const [line, moved] of moves) {
    if (moved)
      line.animate([{ transform: `translateY(${moved}px)` }, { transform: "none" }], { duration: 300, easing: "ease" });
  }
}
