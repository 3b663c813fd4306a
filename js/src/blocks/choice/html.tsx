// A share that a reader sets with a slider: by touch, by mouse and by keyboard.
import type { VNode } from "preact";
import type { Live } from "../../chart.ts";
import type { Choice } from "../../figure.ts";

/** The slider with its label and text; until the page is live, only its space is reserved. */
export const html = (choice: Choice, live: Live | null): VNode => {
  const { label, share, text } = choice;
  return (
    <p class="tc-choice">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: it is there once the page is live, and before that there is nothing to set */}
      <label>
        <span>{label}</span>{" "}
        {live ? (
          <input type="range" max="100" value={(share ?? 0) * 100} aria-valuetext={text} {...live.choice(choice)} />
        ) : (
          <i />
        )}{" "}
        <b aria-hidden="true">{text}</b>
      </label>
    </p>
  );
};
