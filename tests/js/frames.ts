// Reads pairs of a spec and a period as JSON; writes the frame that the renderer draws for each, and the leading row.
import { readFileSync } from "node:fs";
import { figure } from "../../js/src/chart.ts";
import { chart as inputReliance } from "../../js/src/charts/input_reliance/layout.ts";
import type { InputRelianceSpec } from "../../js/src/spec.gen.ts";

const asked = JSON.parse(readFileSync(0, "utf8")) as [InputRelianceSpec, [number, number]][];
const drawn = asked.map(([spec, period]) => figure(inputReliance, spec, { ...spec.initial, period }));
process.stdout.write(JSON.stringify(drawn.map(({ frame, lead = null }) => [frame, lead])));
