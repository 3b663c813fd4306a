/** The points of path data in absolute and relative commands: where each is, and whether a run starts there. */
export function trace(path: string): { starts: boolean; x: number; y: number }[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([MLl])(-?[\d.]+) (-?[\d.]+)/g)].map(([, kind, across, down]) => {
    const relative = kind === "l";
    // Sums of tenths are exact to a millionth.
    const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
    x = exact(Number(across) + (relative ? x : 0));
    y = exact(Number(down) + (relative ? y : 0));
    return { starts: kind === "M", x, y };
  });
}
