type Pagefind = {
  readonly search: (
    text: string,
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<{ readonly url: string }> }[] }>;
};

const address = "/pagefind/pagefind.js";
const loaded = import(/* @vite-ignore */ address) as Promise<Pagefind>;

export async function search(text: string): Promise<readonly string[]> {
  const { results } = await (await loaded).search(text);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return shown.map(({ url }) => /(\d+)/u.exec(url)?.[1] ?? "");
}
