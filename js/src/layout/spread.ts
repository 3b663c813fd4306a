// Moves names at the ends of lines apart, up and down, until none overlap, and back inside the plot.

interface Label {
  at: number;
  room: number;
}

/** Middles of labels that are `room` high each, in the order given (top first), between 0 and 1. */
export function spread(labels: Label[]): number[] {
  const down = (list: Label[]): Label[] => {
    let edge = 0;
    return list.map(({ at, room }) => {
      edge = Math.max(edge, at - room / 2) + room;
      return { at: edge - room / 2, room };
    });
  };
  const over = (list: Label[]): Label[] => list.map(({ at, room }) => ({ at: 1 - at, room })).reverse();
  const up = (list: Label[]): Label[] => over(down(over(list)));
  // No labels overlap when all are moved down, nor when all are moved up, so none do at the mean of the two positions.
  // But the mean may be outside the plot.
  const [lower, upper] = [down(labels), up(labels)];
  return up(down(lower.map(({ at, room }, index) => ({ at: (at + upper[index]!.at) / 2, room })))).map(({ at }) => at);
}
