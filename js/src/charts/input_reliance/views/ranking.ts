// The page of a ranking carries no code of lines.
export { ranking as chart } from "../ranking.ts";
