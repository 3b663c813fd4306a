// What a chart file must offer; the hosts and painters know charts by this alone.
import type { Figure } from "../figure.ts";

/** What a reader has chosen; kept in the spec's `initial` and in the notebook's traits of the same names. */
export interface State {
  sort_by: string;
  selection: string[];
}

/** One chart: its stem and the pure function from spec and reader's state to a figure. */
export interface Chart<S> {
  stem: string;
  figure: (spec: S, state: State) => Figure;
}
