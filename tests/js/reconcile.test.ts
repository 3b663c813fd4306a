// A drawing becomes nodes, and the next one changes only those that differ.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { beforeEach, test } from "node:test";
import { reconcile } from "../../js/src/hosts/reconcile.ts";
import { Fragment, h } from "../../js/src/paint/jsx.ts";

interface Page {
  JSDOM: new (html: string) => { window: typeof globalThis };
}

const { JSDOM } = createRequire(new URL("../../js/package.json", import.meta.url))("jsdom") as Page;
let root: Element;

/** Opens a page with this markup in its chart. */
function open(markup = ""): void {
  const { window } = new JSDOM(`<div id="root">${markup}</div>`);
  const { document, Element, MutationObserver, Event } = window;
  Object.assign(globalThis, { document, Element, MutationObserver, Event });
  root = document.getElementById("root")!;
}

const draw = (...args: Parameters<typeof reconcile>): ((drawing: unknown) => void) =>
  reconcile(...args) as (drawing: unknown) => void;
const element = <E extends Element>(what: string): E => root.querySelector<E>(what)!;
const row = (key: string): unknown => h("li", { key }, h("button", null, key));

beforeEach(() => open());

test("texts, numbers, lists and fragments become nodes; what is not there becomes none", () => {
  const Name = ({ name }: Record<string, unknown>) => h("b", null, name);
  draw(root)([
    h("p", { class: "a" }, "<i>", 0, [null, false, undefined, true, ""], h(Fragment, null, h(Name, { name: "b" }))),
  ]);
  assert.equal(root.innerHTML, '<p class="a">&lt;i&gt;0<b>b</b></p>');
  assert.equal(element("p").childNodes.length, 2, "texts beside each other are one");
});

test("elements in an svg are drawn as such", () => {
  draw(root)([h("svg", { viewBox: "0 0 1 1" }, h("path", { d: "M0 0" })), h("p", null)]);
  assert.equal(element("path").namespaceURI, "http://www.w3.org/2000/svg");
  assert.equal(element("svg").getAttribute("viewBox"), "0 0 1 1");
  assert.equal(element("p").namespaceURI, "http://www.w3.org/1999/xhtml");
});

test("the markup of a page is adopted as it is, and then answers", async () => {
  open('<p class="a" style="top:0">one <b>2</b></p><ul><li>x</li></ul>');
  const nodes = [...root.querySelectorAll("*")];
  const drawing = (props: object) => [
    h("p", { class: "a", style: "top:0", ...props }, "one ", h("b", null, 2)),
    h("ul", null, h("li", { key: "X" }, "x")),
  ];
  const seen = new MutationObserver(() => {});
  seen.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  const update = draw(root);
  update(drawing({}));
  assert.deepEqual(seen.takeRecords(), []);
  let heard = 0;
  update(drawing({ title: "t", onClick: () => heard++ }));
  assert.equal(element("p").getAttribute("title"), "t");
  update(drawing({ title: undefined, onClick: () => (heard += 10) }));
  assert.equal(element("p").hasAttribute("title"), false);
  element("b").dispatchEvent(new Event("click", { bubbles: true }));
  assert.equal(heard, 10, "the last handler answers, once");
  assert.deepEqual([...root.querySelectorAll("*")], nodes);
});

test("markup that differs from the drawing becomes the drawing", () => {
  open(" <p>other<br></p><!-- a comment --><font>b</font>");
  draw(root)([h("p", null, "text"), h("b", null, "b")]);
  assert.equal(root.innerHTML, "<p>text</p><b>b</b>");
});

test("an element keeps its node when one of the same type comes before it or goes", () => {
  const update = draw(root);
  const foot = [h("p", { class: "foot" }, h("b", null, "0")), h("p", { class: "told" })];
  update([null, ...foot]);
  const nodes = [...root.children];
  update([h("p", { class: "chips" }), ...foot]);
  assert.deepEqual([...root.children].slice(1), nodes);
  update([null, ...foot]);
  assert.deepEqual([...root.children], nodes);
});

test("rows keep their nodes in another order, and those that keep their order are not moved", () => {
  const update = draw(root);
  update(["a", "b", "c", "d"].map(row));
  const nodes = new Map([...root.children].map((each) => [each.textContent, each]));
  // A node of an extension of the browser is nobody's.
  root.prepend(document.createElement("aside"));
  const seen = new MutationObserver(() => {});
  seen.observe(root, { childList: true });
  update(["a", "e", "c", "d"].map(row));
  assert.equal(root.textContent, "aecd");
  assert.equal(seen.takeRecords().length, 2, "one is added, one removed");
  update(["d", "a", "c"].map(row));
  assert.equal(root.textContent, "dac");
  for (const each of root.querySelectorAll("li")) assert.equal(each, nodes.get(each.textContent));
  assert.ok(element("aside"));
});

test("an element with another text is another element", () => {
  const update = draw(root);
  update(h("p", null, h("b", null, "one")));
  const [outer, inner] = [element("p"), element("b")];
  update(h("p", null, h("b", null, "two")));
  assert.equal(element("p"), outer);
  assert.notEqual(element("b"), inner);
});

test("a text that a translator has wrapped stays translated until it changes", () => {
  const update = draw(root);
  const drawing = (text: string, title: string) => h("p", null, h("b", { title }, text));
  update(drawing("one", ""));
  element("b").innerHTML = "<font>eins</font>";
  update(drawing("one", "t"));
  assert.equal(root.innerHTML, '<p><b title="t"><font>eins</font></b></p>');
  update(drawing("two", "t"));
  assert.equal(root.innerHTML, '<p><b title="t">two</b></p>');
});

test("a control has the value that is drawn, whatever the reader has entered", () => {
  const update = draw(root);
  const drawing = [
    h("input", { value: "a" }),
    h(
      "select",
      { value: 2 },
      [1, 2, 3].map((each) => h("option", null, each)),
    ),
  ];
  update(drawing);
  const controls = [element<HTMLInputElement>("input"), element<HTMLSelectElement>("select")];
  assert.deepEqual(
    controls.map(({ value }) => value),
    ["a", "2"],
  );
  for (const each of controls) each.value = "3";
  update(drawing);
  assert.deepEqual(
    controls.map(({ value }) => value),
    ["a", "2"],
  );
});

test("a drawing that begins during another is drawn after it", () => {
  const update = draw(root, ({ localName }) => {
    if (localName === "i") update(h("b", null, "last"));
  });
  update([h("i", null), h("u", null)]);
  assert.equal(root.innerHTML, "<b>last</b>");
  update(null);
  assert.equal(root.innerHTML, "");
});
