import { Index } from "flexsearch";
import { flexSearchOptions } from "./flexsearch-options.ts";

const index = load();

async function load() {
  const own = new Index(flexSearchOptions);
  const [keys, titles] = await Promise.all(
    ["keys", "titles"].map(async (name) => (await fetch(`/flexsearch/${name}.json`)).json() as Promise<string[]>),
  );
  await Promise.all(
    (keys ?? []).map(async (key) => own.import(key, await (await fetch(`/flexsearch/${key}.json`)).text())),
  );
  return { own, titles };
}

export async function search(text: string): Promise<readonly string[]> {
  const { own } = await index;
  return own.search(text, { limit: 10, suggest: true }).map(String);
}
