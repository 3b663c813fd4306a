// The build compiles JSX of the server's bundle to these.
export { Fragment, h } from "preact";
