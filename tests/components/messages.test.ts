import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const files = globSync("app/**/*-messages.ts", { cwd: root }).sort();

type Node = { [key: string]: unknown };

function isCatalogue(value: unknown): value is { id: Node; en: Node } {
  return typeof value === "object" && value !== null && "id" in value && "en" in value;
}

/** Every key with the kind of its message, "errors.required: string". */
function shape(node: Node, prefix = ""): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? shape(value as Node, `${prefix}${key}.`) : `${prefix}${key}: ${typeof value}`,
  );
}

describe.each(files)("%s", (file) => {
  it("has the same texts in both languages", async () => {
    const module = (await import(/* @vite-ignore */ pathToFileURL(path.join(root, file)).href)) as Node;
    const catalogues = Object.values(module).filter(isCatalogue);
    for (const catalogue of catalogues) expect(shape(catalogue.en).sort()).toEqual(shape(catalogue.id).sort());
  });
});

describe("the icons", () => {
  it("that the code names are drawn", () => {
    const drawn = [...readFileSync(path.join(root, "public/icons.svg"), "utf8").matchAll(/<symbol id="([a-z0-9]+)"/g)].map(
      (match) => match[1],
    );
    const named = [...readFileSync(path.join(root, "app/components/icon.tsx"), "utf8").matchAll(/^ {2}\| "([a-z0-9]+)"/gm)].map(
      (match) => match[1],
    );
    expect(named.sort()).toEqual(drawn.sort());
  });
});
