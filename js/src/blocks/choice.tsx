// A share that a reader sets with a slider: by touch, by mouse and by keyboard.
import type { VNode } from "preact";
import type { Choice } from "../figure.ts";
import type { Live } from "../hosts/live.tsx";

/** The slider with what it says; without scripts there is nothing to set. */
export const html = ({ label, share, text }: Choice, live: Live | null): VNode => (
  <p class="tc-choice">
    {live && <label>{label} <input type="range" max="100" value={(share ?? 0) * 100} {...live.content} /> <b>{text}</b></label>}
  </p>
);
