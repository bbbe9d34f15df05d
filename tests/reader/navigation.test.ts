import { UNSAFE_createMemoryHistory as createMemoryHistory, createPath, parsePath } from "react-router";
import { expect, test, vi } from "vitest";
import { openNavigation } from "#reader/navigation.ts";
import type { View } from "#reader/view.ts";

/** A reader at the last of these addresses, whose pages come at once, but for those that are held until they are let go. */
async function openAt(...entries: string[]) {
  const held = new Map<string, () => void>();
  const holding = new Set<string>();
  const history = createMemoryHistory({ initialEntries: entries });
  const load = async ({ pathname }: { pathname: string }) => {
    if (pathname === "/nowhere") return { kind: "elsewhere", path: "/somewhere" } as const;
    if (holding.has(pathname)) await new Promise<void>((letGo) => held.set(pathname, letGo));
    return { kind: "page", frame: {}, page: pathname } as unknown as View;
  };
  const navigation = await openNavigation(history, load, true);
  const seen = { isWaiting: false };
  navigation.listen({
    arrived: () => undefined,
    waits: (isWaiting) => {
      seen.isWaiting = isWaiting;
    },
  });
  const shown = () => {
    const { location, view } = navigation.place();
    const page = view.kind === "page" && typeof view.page === "string" ? view.page : view.kind;
    return `${page} at ${createPath(location)}`;
  };
  return {
    ...navigation,
    seen,
    shown,
    hold: (path: string) => holding.add(path),
    letGo: async (path: string) => {
      held.get(path)?.();
      await settled();
    },
    push: (path: string) => navigation.navigator.push(parsePath(path)),
    replace: (path: string) => navigation.navigator.replace(parsePath(path)),
    back: async () => {
      history.go(-1);
      await settled();
    },
    address: () => createPath(history.location),
  };
}

const settled = () => new Promise<void>((done) => setImmediate(done));

test("a page that nobody waits for any more does not keep the next one waiting", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { hold, push, shown, seen } = await openAt("/");
  hold("/slow");
  push("/slow");
  push("/quick");
  await settled();
  expect(shown()).toBe("/quick at /quick");
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
  expect(seen.isWaiting).toBe(false);
});

test("what a page writes into its address meanwhile does not hold up whoever is leaving it by a link", async () => {
  const { hold, push, replace, letGo, back, shown } = await openAt("/search");
  hold("/story");
  push("/story");
  replace("/search?q=ferry");
  expect(shown()).toBe("/search at /search?q=ferry");
  await letGo("/story");
  expect(shown()).toBe("/story at /story");
  await back();
  expect(shown()).toBe("/search at /search?q=ferry");
});

test("what a page writes into its address meanwhile is not written over the one that Back leads to", async () => {
  const { hold, replace, letGo, back, shown, address } = await openAt("/story", "/search");
  hold("/story");
  await back();
  replace("/search?q=ferry");
  expect(address()).toBe("/story");
  await letGo("/story");
  expect(shown()).toBe("/story at /story");
});

test("an address that leads elsewhere leaves the page before it where Back finds it", async () => {
  const { visit, back, shown } = await openAt("/story");
  await visit("/nowhere");
  expect(shown()).toBe("/somewhere at /somewhere");
  await back();
  expect(shown()).toBe("/story at /story");
});

test("trying again on the way back loads the page that Back leads to", async () => {
  const { hold, letGo, back, reload, shown } = await openAt("/story", "/broken");
  hold("/story");
  await back();
  const reloaded = reload();
  await letGo("/story");
  await reloaded;
  expect(shown()).toBe("/story at /story");
});
