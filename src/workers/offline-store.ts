import { decodeArticleDocument } from "#edition/article-document.ts";
import { headlineOf } from "#edition/headline.ts";
import { isContentNamed, type OfflineAnswer, type StoredStory } from "#edition/offline.ts";
import { filesInPage, pathIn, photographOf } from "./offline-rules.ts";

/** The world outside the store, handed in. `scope` is the address of the site's root. */
export type StoreOutside = {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly scope: string;
};

/** What a site has stored on the device. */
export type OfflineStore = {
  /** The caches that it lies in: what came by as it was read, its pictures, and what the reader asked to keep. */
  readonly names: { readonly read: string; readonly pictures: string; readonly kept: string };
  /** A response as it is stored: with the moment and its size. Undefined for one that is not worth keeping. */
  readonly stamped: (response: Response, path: string | undefined) => Promise<Response | undefined>;
  /** What is stored under an address, wherever, the newest first; for a photograph that is not there, another size of it. */
  readonly find: (url: string) => Promise<Response | undefined>;
  readonly findAlike: (url: string) => Promise<Response | undefined>;
  /** Puts a newer version where an older one is kept. */
  readonly renew: (url: string, response: Response) => Promise<void>;
  /** Lets go of what the site has taken back. */
  readonly forget: (url: string) => Promise<void>;
  /** Stores the edition's files that a printed page carries. */
  readonly unpack: (html: string) => Promise<void>;
  readonly keep: (files: readonly string[]) => Promise<Extract<OfflineAnswer, { kind: "kept" }>>;
  readonly stored: () => Promise<Extract<OfflineAnswer, { kind: "stored" }>>;
  readonly clear: () => Promise<void>;
};

const storedAt = "x-dateline-stored";
const storedBytes = "x-dateline-bytes";
const askedAtOnce = 4;
/** What was fetched so lately is not fetched again to be kept. */
const lately = 60_000;
const anyway = { ignoreVary: true } as const;

/** When a response was stored, in milliseconds since 1970. */
export function storedAtOf(response: Response): number | undefined {
  return Number(response.headers.get(storedAt)) || undefined;
}

export function openStore({ caches, fetch, now, scope }: StoreOutside): OfflineStore {
  const named = (what: string) => `dateline ${scope} ${what}`;
  const names = { read: named("read"), pictures: named("pictures"), kept: named("kept") };
  const clearable = Object.values(names);

  const stamp = async (response: Response) => {
    // One from elsewhere says nothing of itself, and is stored as it is.
    if (response.type === "opaque") return response;
    const body = await response.blob();
    const headers = new Headers(response.headers);
    for (const name of ["content-encoding", "content-length"]) headers.delete(name);
    headers.set(storedAt, String(now()));
    headers.set(storedBytes, String(body.size));
    return new Response(body, { status: response.status, headers });
  };

  const find = async (url: string) => {
    const found = await Promise.all(
      [names.read, names.kept].map(async (name) => (await caches.open(name)).match(url, anyway)),
    );
    const [newest] = found
      .filter((one) => one !== undefined)
      .sort((one, other) => (storedAtOf(other) ?? 0) - (storedAtOf(one) ?? 0));
    return newest ?? caches.match(url, anyway);
  };

  const keepOne = async (url: string, kept: Cache): Promise<Response | undefined> => {
    const path = pathIn(url, scope);
    const isLasting = path === undefined || isContentNamed(path);
    const known = await find(url);
    if (known && (isLasting || now() - (storedAtOf(known) ?? 0) < lately)) {
      await kept.put(url, known.clone());
      return known;
    }
    const fetched = await fetch(url, path === undefined ? { mode: "no-cors", credentials: "omit" } : {});
    if (!fetched.ok && fetched.type !== "opaque") return undefined;
    const stamped = await stamp(fetched);
    await kept.put(url, stamped.clone());
    return stamped;
  };

  return {
    names,
    find,
    stamped: async (response, path) => {
      const isWhole = response.status === 200 || response.type === "opaque";
      // A page that stands in for a file (of a hotel's network, say) is none.
      const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
      return isWhole && (!isPage || path === undefined || !/\.\w+$/u.test(path)) ? stamp(response) : undefined;
    },
    findAlike: async (url) => {
      const photograph = photographOf(url);
      if (photograph === undefined) return undefined;
      for (const name of [names.kept, names.pictures]) {
        const cache = await caches.open(name);
        const alike = (await cache.keys()).find((stored) => photographOf(stored.url) === photograph);
        if (alike) return cache.match(alike, anyway);
      }
      return undefined;
    },
    renew: async (url, response) => {
      const kept = await caches.open(names.kept);
      if (await kept.match(url, anyway)) await kept.put(url, response);
    },
    forget: async (url) => {
      for (const name of clearable) await (await caches.open(name)).delete(url, anyway);
    },
    unpack: async (html) => {
      const read = await caches.open(names.read);
      const headers = { "content-type": "application/json; charset=utf-8" };
      for (const [path, text] of filesInPage(html))
        await read.put(scope + path, await stamp(new Response(text, { headers })));
    },
    keep: async (files) => {
      const kept = await caches.open(names.kept);
      const waiting = [...new Set(files)];
      let bytes = 0;
      let missing = 0;
      const work = async () => {
        for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
          const response = await keepOne(url, kept).catch(() => undefined);
          if (response) bytes += bytesOf(response);
          else missing += 1;
        }
      };
      await Promise.all(Array.from({ length: askedAtOnce }, work));
      return { kind: "kept", bytes, missing };
    },
    stored: async () => {
      const stories = new Map<string, StoredStory>();
      let bytes = 0;
      for (const name of clearable) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
          const response = await cache.match(url, anyway);
          if (!response) continue;
          bytes += bytesOf(response);
          const path = pathIn(url, scope);
          if (path === undefined || !/^articles\/[^/]+\.json$/u.test(path)) continue;
          const story = await storyIn(response, path, name === names.kept);
          if (!story) continue;
          const known = stories.get(path);
          stories.set(path, known ? { ...laterOf(known, story), isKept: known.isKept || story.isKept } : story);
        }
      }
      return { kind: "stored", stories: [...stories.values()].sort((one, other) => other.at - one.at), bytes };
    },
    clear: async () => {
      for (const name of clearable) await caches.delete(name);
    },
  };
}

function bytesOf(response: Response): number {
  return Number(response.headers.get(storedBytes));
}

function laterOf(one: StoredStory, other: StoredStory): StoredStory {
  return other.at > one.at ? other : one;
}

/** Undefined for a file that is damaged, or an article that was withdrawn. */
async function storyIn(response: Response, path: string, isKept: boolean): Promise<StoredStory | undefined> {
  try {
    const article = decodeArticleDocument(await response.text(), path)?.article;
    if (!article || article.release.kind === "withdrawn") return undefined;
    return { headline: headlineOf(article), at: storedAtOf(response) ?? 0, isKept };
  } catch {
    return undefined;
  }
}
