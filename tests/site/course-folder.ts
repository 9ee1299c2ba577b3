import { cp, mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root. */
export const house = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** What lies in the project's root and is no part of it, or no part of what a build reads. */
const leftOut = new Set(["node_modules", ".git", ".astro", "dist", "export", "tests", "test-results"]);

/** Copies the project into an empty folder, so that a build there shares no cache with the working tree. */
export async function copyProject(folder: string, from = house): Promise<void> {
  await copyCode(folder, from);
  await linkModules(folder);
}

/** A copy of the project whose course is another one: the folder `content/` of a fixture. */
export async function copyProjectWith(content: string, folder: string): Promise<void> {
  await copyProject(folder);
  await rm(join(folder, "content"), { recursive: true });
  await cp(content, join(folder, "content"), { recursive: true });
}

/** A course of one's own: content, two configuration files and Ansatz among its modules, as npm would set it up. */
export async function makeOwnCourse(content: string, folder: string): Promise<void> {
  const ansatz = join(folder, "node_modules/ansatz");
  await mkdir(ansatz, { recursive: true });
  await copyCode(ansatz);
  await symlink(join(house, "node_modules"), join(ansatz, "node_modules"));
  await symlink(join(house, "node_modules/astro"), join(folder, "node_modules/astro"));
  await cp(content, join(folder, "content"), { recursive: true });
  await cp(join(house, "astro.config.mjs"), join(folder, "astro.config.mjs"));
  await writeFile(
    join(folder, "content.config.ts"),
    'export { collections } from "ansatz/content.config";\n',
  );
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
}

async function copyCode(folder: string, from = house): Promise<void> {
  const names = (await readdir(house)).filter((name) => !leftOut.has(name));
  for (const name of names) await cp(join(from, name), join(folder, name), { recursive: true });
}

/** One link for each installed package, and a folder of its own for Astro's cache beside them. */
async function linkModules(folder: string): Promise<void> {
  const modules = join(house, "node_modules");
  await mkdir(join(folder, "node_modules"), { recursive: true });
  for (const name of await readdir(modules)) {
    const isCache = name.startsWith(".") && name !== ".bin" && name !== ".package-lock.json";
    if (!isCache) await symlink(join(modules, name), join(folder, "node_modules", name));
  }
}
