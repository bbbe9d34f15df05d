/*
 * The offline worker: stands between the pages of a site and the network, and answers from the store where the network does
 * not. It never takes over from an older one by itself. Before it stands a line that says what the app is made of.
 */
import type { WorkboxPlugin } from "workbox-core/types.js";
import { ExpirationPlugin } from "workbox-expiration";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, type Strategy } from "workbox-strategies";
import { type AppFiles, type OfflineAnswer, type OfflineRequest, type OfflineTelling } from "#edition/offline.ts";
import { addresses } from "#edition/paths.ts";
import { type Handling, handlingOf, pageAddress, pathIn } from "./offline-rules.ts";
import { openStore, storedAtOf } from "./offline-store.ts";

declare const self: ServiceWorkerGlobalScope & { readonly datelineApp?: AppFiles };

/** Then the stored one is better than none. */
const longestWaitSeconds = 4;
const mostRead = 500;
const mostPictures = 400;

const scope = self.registration.scope;
const store = openStore({ caches: self.caches, fetch: (...asked) => self.fetch(...asked), now: Date.now, scope });
const app = self.datelineApp ?? { version: "none", files: [], first: [], absent: [] };
const appCache = (version: string) => `dateline ${scope} app ${version}`;
/** Answers for every page that is not stored: the app finds out what is there. */
const shell = `${scope}${addresses.offline}/`;

/** Since when the pages that came out of the store have been stored, by client; the last ones. */
const served = new Map<string, number>();

const stampedOnly: WorkboxPlugin = {
  cacheWillUpdate: async ({ request, response }) => (await store.stamped(response, pathIn(request.url, scope))) ?? null,
};
const expiring = (maxEntries: number) =>
  new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true }) as unknown as WorkboxPlugin;

/** Answers from everything that is stored, and says so to the page. */
const fromStore: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse, request, event }) => {
    const found = cachedResponse ?? (await store.find(request.url));
    if (found && event instanceof FetchEvent) tell(event, found);
    return found ?? null;
  },
};

/** What the site has taken back is let go of; what the reader keeps is as new as what was read. */
const keptInStep: WorkboxPlugin = {
  fetchDidSucceed: async ({ request, response }) => {
    if (response.status === 404 || response.status === 410) await store.forget(request.url);
    return response;
  },
  cacheDidUpdate: async ({ request, newResponse }) => store.renew(request.url, newResponse.clone()),
};

const strategies: Readonly<Record<Exclude<Handling, "none">, Strategy>> = {
  page: new NetworkFirst({
    cacheName: store.names.read,
    networkTimeoutSeconds: longestWaitSeconds,
    plugins: [
      { cacheKeyWillBeUsed: async ({ request }) => pageAddress(request.url) },
      stampedOnly,
      expiring(mostRead),
      fromStore,
      keptInStep,
      {
        cacheDidUpdate: async ({ newResponse }) => store.unpack(await newResponse.clone().text()),
        handlerDidError: () => self.caches.match(shell),
      },
    ],
  }),
  fresh: new NetworkFirst({
    cacheName: store.names.read,
    networkTimeoutSeconds: longestWaitSeconds,
    plugins: [
      stampedOnly,
      expiring(mostRead),
      fromStore,
      keptInStep,
      {
        // A site that is read live has no edition, and has to be told so without a network too.
        handlerDidError: async ({ request }) =>
          app.absent.includes(pathIn(request.url, scope) ?? "") ? new Response(null, { status: 404 }) : undefined,
      },
    ],
  }),
  lasting: lasting(),
  "foreign-picture": lasting(),
};

function lasting(): Strategy {
  return new CacheFirst({
    cacheName: store.names.pictures,
    plugins: [
      stampedOnly,
      expiring(mostPictures),
      {
        // What turned out not to be whole is asked for past the store, and takes its place.
        cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
          request.cache === "reload" ? null : (cachedResponse ?? (await store.find(request.url)) ?? null),
      },
      { handlerDidError: ({ request }) => store.findAlike(request.url) },
    ],
  });
}

for (const [handling, strategy] of Object.entries(strategies))
  registerRoute(({ request }) => handlingOf(request, scope) === handling, strategy);

function tell({ clientId, resultingClientId, request }: FetchEvent, response: Response): void {
  const at = storedAtOf(response);
  if (at === undefined) return;
  if (resultingClientId !== "") {
    served.set(resultingClientId, at);
    const [oldest] = served.keys();
    if (oldest !== undefined && served.size > 50) served.delete(oldest);
    return;
  }
  const path = pathIn(request.url, scope) ?? request.url;
  const telling: OfflineTelling = { kind: "from-store", path, at };
  void self.clients.get(clientId).then((client) => client?.postMessage(telling));
}

async function install(): Promise<void> {
  const cache = await self.caches.open(appCache(app.version));
  const put = async (url: string, response: Response) => {
    const stamped = response.ok ? await store.stamped(response, undefined) : undefined;
    if (!stamped) throw new Error(`${url} is not there.`);
    await cache.put(url, stamped);
  };
  const putAnew = async (url: string) => put(url, await self.fetch(url, { cache: "no-cache", priority: "low" }));
  const putLasting = async (url: string) =>
    put(url, (await self.caches.match(url)) ?? (await self.fetch(url, { priority: "low" })));
  await putAnew(shell);
  await oneByOne(app.files, (path) => putLasting(scope + path));
  await oneByOne(app.first, (path) => putAnew(scope + path).catch(() => undefined));
}

/** A reader who goes on to something meanwhile finds the connection free for it, but for one file. */
async function oneByOne(names: readonly string[], work: (name: string) => Promise<void>): Promise<void> {
  for (const name of names) await work(name);
}

/** The last app before this one stays: pages of it may be open. */
async function activate(): Promise<void> {
  const names = (await self.caches.keys()).filter((name) => name.startsWith(appCache("")));
  const older = names.filter((name) => name !== appCache(app.version)).slice(0, -1);
  for (const name of older) await self.caches.delete(name);
  await self.clients.claim();
}

async function answer(request: OfflineRequest, event: ExtendableMessageEvent): Promise<OfflineAnswer> {
  switch (request.kind) {
    case "keep":
      return store.keep(request.files);
    case "remember":
      await oneByOne(request.files, (url) => remember(url, event).catch(() => undefined));
      return { kind: "done" };
    case "stored":
      return store.stored();
    case "clear":
      await store.clear();
      return { kind: "done" };
    case "served": {
      const at = event.source instanceof Client ? served.get(event.source.id) : undefined;
      return { kind: "served", ...(at !== undefined && { at }) };
    }
    case "knows":
      return { kind: "knows", isKnown: app.files.includes(pathIn(request.file, scope) ?? "") };
    case "take-over":
      await self.skipWaiting();
      return { kind: "done" };
  }
}

async function remember(url: string, event: ExtendableMessageEvent): Promise<void> {
  const path = pathIn(url, scope);
  const request = new Request(url);
  const isPage = path !== undefined && !/\.\w+$/u.test(path);
  const handling = isPage ? "page" : handlingOf(request, scope);
  if (handling !== "none") await strategies[handling].handle({ request, event });
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  event.waitUntil(
    answer(event.data as OfflineRequest, event).then((answered) => event.ports[0]?.postMessage(answered)),
  );
});
