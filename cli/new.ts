import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "./command.ts";

/** `ansatz new homework/problem-6 "Title"`: the skeleton of a solution. */
const command: Command = {
  summary: 'write the skeleton of a solution: ansatz new homework/problem-6 "Title"',
  usage: "PATH [TITLE]",
  options: ["PATH lies below content/ and has no extension; the file is content/PATH/index.md."],
  async run([path, title = "Title"]) {
    if (path === undefined || !/^\w[\w-]*(\/\w[\w-]*)*$/.test(path)) {
      console.error(
        "ansatz new: expected a path below content/ without an extension, as `homework/problem-6`",
      );
      return 2;
    }
    const file = join("content", path, "index.md");
    await mkdir(dirname(file), { recursive: true });
    try {
      await writeFile(file, skeleton(title, /(\d+)$/.exec(path)?.[1]), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      console.error(`ansatz new: ${file} is already there; nothing was changed`);
      return 1;
    }
    console.log(`Wrote ${file}`);
    return 0;
  },
};
export default command;

function skeleton(title: string, number: string | undefined): string {
  const frontmatter = [
    `title: ${JSON.stringify(title)}`,
    ...(number ? [`number: "${number}"`] : []),
    "topics: []",
  ];
  return `---
${frontmatter.join("\n")}
---

# ${title}

:::statement
What is asked.
:::

:::hint
A nudge that does not give the answer away.
:::

:::answer
The short answer.
:::

:::solution
The reasons. Each step of a display is checked where its letters are declared:

\`\`\`symbols
x in (-2, 2)
\`\`\`

$$ \\label{eq:square} (1+x)^2 = 1 + 2x + x^2 $$

By [](#eq:square) …
:::
`;
}
