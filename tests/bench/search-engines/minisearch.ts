import MiniSearch from "minisearch";
import { miniSearchOptions } from "./minisearch-options.ts";

const index = fetch("/minisearch.json").then(async (response) =>
  MiniSearch.loadJSON<{ id: string; title: string }>(await response.text(), miniSearchOptions),
);

export async function search(text: string): Promise<readonly string[]> {
  const results = (await index).search(text, { prefix: true, fuzzy: 0.2, boost: { title: 2 } });
  return results.slice(0, 10).map(({ id }) => String(id));
}
