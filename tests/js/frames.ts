// Reads pairs of a spec and a period as JSON; writes the words around each drawing, and the row that it reads out.
import { readFileSync } from "node:fs";
import { type Chart, figure } from "../../js/src/chart.ts";
import { charts } from "../../js/src/charts/all.gen.ts";
import type { Spec } from "../../js/src/spec.gen.ts";

const asked = JSON.parse(readFileSync(0, "utf8")) as [Spec, [number, number]][];
const drawn = asked.map(([spec, period]) =>
  figure(charts[spec.chart] as Chart<Spec>, spec, { ...spec.initial, period }),
);
process.stdout.write(JSON.stringify(drawn.map(({ frame, lead = null }) => [frame, lead])));
