// The build compiles JSX to these: Preact's `h` is in every bundle anyway, its JSX runtime is not.
export { Fragment, h } from "preact";
