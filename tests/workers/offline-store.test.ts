import { expect, test } from "vitest";
import { press } from "#press/press.ts";
import { openStore, storedAtOf } from "#workers/offline-store.ts";
import { article, courier } from "../articles.ts";

const scope = "https://courier.example/";

/** Caches in memory, after the pattern of the browser's. */
function cachesInMemory(): CacheStorage {
  const all = new Map<string, Map<string, Response>>();
  const opened = (name: string) => {
    const entries = all.get(name) ?? new Map<string, Response>();
    all.set(name, entries);
    return {
      put: async (url: string, response: Response) => void entries.set(url, response),
      match: async (asked: string | { url: string }) =>
        entries.get(typeof asked === "string" ? asked : asked.url)?.clone(),
      delete: async (url: string) => entries.delete(url),
      keys: async () => [...entries.keys()].map((url) => ({ url })),
    };
  };
  return {
    open: async (name: string) => opened(name),
    delete: async (name: string) => all.delete(name),
    match: async (url: string) =>
      [...all.values()]
        .map((entries) => entries.get(url))
        .find(Boolean)
        ?.clone(),
  } as unknown as CacheStorage;
}

/** A store of a site with these articles, and some bytes for each picture that is asked for. */
function siteStore(said: Parameters<typeof article>[0][]) {
  const files = new Map([...press(said.map(article), courier, 0).files].map(({ path, content }) => [path, content]));
  const asked: string[] = [];
  let time = 1_000_000;
  const store = openStore({
    caches: cachesInMemory(),
    scope,
    now: () => time,
    fetch: async (url) => {
      const path = (url instanceof Request ? url.url : url.toString()).slice(scope.length);
      asked.push(path);
      const content = path.startsWith("pictures/there") ? "picture" : files.get(path);
      return new Response(content as string | undefined, { status: content === undefined ? 404 : 200 });
    },
  });
  return { store, files, asked, pass: (milliseconds: number) => (time += milliseconds) };
}

const harbour = { headline: "Harbour opens" };

test("what is kept is told of with its headline, its moment and its size", async () => {
  const { store, files } = siteStore([harbour]);
  const kept = await store.keep([`${scope}articles/harbour-opens.json`, `${scope}pictures/there-0a1b2c3d4e-320.avif`]);
  const size = Buffer.byteLength(files.get("articles/harbour-opens.json") as string) + "picture".length;
  expect(kept).toEqual({ kind: "kept", bytes: size, missing: 0 });
  const { stories, bytes } = await store.stored();
  expect(stories).toMatchObject([{ headline: { headline: "Harbour opens" }, at: 1_000_000, isKept: true }]);
  expect(bytes).toBe(size);
});

test("a file that does not come is counted, and the others are kept", async () => {
  const { store } = siteStore([harbour]);
  const files = [`${scope}pictures/gone.jpg`, `${scope}articles/harbour-opens.json`];
  expect(await store.keep(files)).toMatchObject({ missing: 1 });
  expect((await store.stored()).stories).toHaveLength(1);
});

test("what was stored a moment ago is not fetched again to be kept, and what never changes is fetched once", async () => {
  const { store, asked, pass } = siteStore([harbour]);
  const files = [`${scope}articles/harbour-opens.json`, `${scope}pictures/there-0a1b2c3d4e-320.avif`];
  await store.keep(files);
  await store.keep(files);
  expect(asked).toHaveLength(2);
  pass(120_000);
  await store.keep(files);
  expect(asked.slice(2)).toEqual(["articles/harbour-opens.json"]);
});

test("a printed page brings the files that it was drawn from", async () => {
  const { store, files } = siteStore([harbour]);
  const carried = JSON.stringify([["articles/harbour-opens.json", files.get("articles/harbour-opens.json")]]);
  await store.unpack(
    `<script type="application/json" id="edition-files">${carried.replaceAll("<", "\\u003c")}</script>`,
  );
  const { stories } = await store.stored();
  expect(stories).toMatchObject([{ headline: { slug: "harbour-opens" }, isKept: false }]);
});

test("the newest of two copies is found", async () => {
  const { store, pass } = siteStore([harbour]);
  const url = `${scope}articles/harbour-opens.json`;
  await store.keep([url]);
  pass(5_000);
  await store.unpack(
    `<script type="application/json" id="edition-files">[["articles/harbour-opens.json","{}"]]</script>`,
  );
  const found = await store.find(url);
  expect(found && storedAtOf(found)).toBe(1_005_000);
});

test("a photograph in another size stands in for one that is not stored", async () => {
  const { store } = siteStore([harbour]);
  await store.keep([`${scope}pictures/there-0a1b2c3d4e-320.avif`]);
  expect(await (await store.findAlike(`${scope}pictures/there-0a1b2c3d4e-1160.webp`))?.text()).toBe("picture");
  expect(await store.findAlike(`${scope}pictures/other-0a1b2c3d4e-1160.webp`)).toBeUndefined();
});

test("a page that stands in for a file is not stored, nor is a failure", async () => {
  const { store } = siteStore([]);
  const page = { headers: { "content-type": "text/html" } };
  expect(await store.stamped(new Response("<p>Log in</p>", page), "manifest.json")).toBeUndefined();
  expect(await store.stamped(new Response("<p>News</p>", page), "articles/a")).toBeDefined();
  expect(await store.stamped(new Response("", { status: 503 }), "manifest.json")).toBeUndefined();
});

test("what the site has taken back is forgotten, and a withdrawn story is not offered", async () => {
  const { store } = siteStore([harbour, { headline: "Taken back", release: { kind: "withdrawn", reason: "Wrong." } }]);
  await store.keep([`${scope}articles/harbour-opens.json`, `${scope}articles/taken-back.json`]);
  expect((await store.stored()).stories).toHaveLength(1);
  await store.forget(`${scope}articles/harbour-opens.json`);
  expect((await store.stored()).stories).toEqual([]);
});

test("clearing leaves nothing", async () => {
  const { store } = siteStore([harbour]);
  await store.keep([`${scope}articles/harbour-opens.json`]);
  await store.clear();
  expect(await store.stored()).toEqual({ kind: "stored", stories: [], bytes: 0 });
});
