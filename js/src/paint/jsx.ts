// What the build makes JSX into: Preact's own element function is in every bundle anyway, its JSX runtime is not.
export { Fragment, h } from "preact";
