// A series as SVG path data in a box of 100 by 100.

/** Rounds to a tenth of a percent of the box, which is less than a pixel of any plot. */
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Figures over years: what is drawn of a row, and the first years after its breaks. */
interface Series {
  values: (number | null)[];
  years: number[];
  breaks: number[] | undefined;
}

/**
 * Path data with 0 at the bottom and `top` at the top. Gaps and breaks stay open; a year on its own is a short dash.
 * Each point is given from the one before it: the steps of years are alike, so a page compresses to fewer bytes.
 */
export function path({ values, years, breaks }: Series, top: number): string {
  const step = 100 / Math.max(1, values.length - 1);
  let [left, high] = [0, 0];
  return values
    .map((value, index) => {
      if (value === null) return "";
      const [x, y] = [tenth(index * step), tenth(100 - (value / top) * 100)];
      const drawn =
        (values[index - 1] ?? null) === null || breaks?.includes(years[index]!)
          ? `M${x} ${y}`
          : `l${tenth(x - left)} ${tenth(y - high)}`;
      [left, high] = [x, y];
      return drawn;
    })
    .join("")
    .replace(/M[^Ml]+(?=M|$)/g, "$&h.8h-.8");
}

/** The points of such path data, each with whether it is the first of its run. */
export function points(data: string): { x: number; y: number; starts: boolean }[] {
  let [x, y] = [0, 0];
  return [...data.matchAll(/([Ml])(\S+) ([-\d.]+)/g)].map(([, kind, along, down]) => {
    const starts = kind === "M";
    [x, y] = [Number(along) + (starts ? 0 : x), Number(down) + (starts ? 0 : y)].map(tenth) as [number, number];
    return { x, y, starts };
  });
}

/** Small lines on one scale, from zero to their highest value. */
export function small(list: Series[]): string[] {
  const top = Math.max(...list.flatMap(({ values }) => values.map((value) => value ?? 0))) || 1;
  return list.map((series) => path(series, top));
}
