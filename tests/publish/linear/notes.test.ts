import { expect, test } from "vitest";
import { moveNotes } from "../../../publish/linear/notes.ts";

const note = (id: string, attributes = "") =>
  `<aside class="note" id="note-${id}"${attributes}><p>${id}</p></aside>`;

test("a note within a sentence moves below its paragraph, and notes keep their order", () => {
  const page = `<body><div class="attempt-body"><div class="p">One${note("A", " popover")} two${note("B")} three.</div><p>Next.</p></div></body>`;
  expect(moveNotes(page)).toBe(
    `<body><div class="attempt-body"><div class="p">One two three.</div>${note("A", " ")}${note("B")}<p>Next.</p></div></body>`,
  );
});

test("a note in a list stays with its item", () => {
  const page = `<body><div class="attempt-body"><ul><li>One${note("A")} item</li><li>Two</li></ul></div></body>`;
  expect(moveNotes(page)).toBe(
    `<body><div class="attempt-body"><ul><li>One item${note("A")}</li><li>Two</li></ul></div></body>`,
  );
});

test("a note outside of a quoted answer stays where it is", () => {
  const page = `<body><p>Text</p>${note("A")}</body>`;
  expect(moveNotes(page)).toBe(page);
});
