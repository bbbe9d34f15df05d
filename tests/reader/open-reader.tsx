import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { UNSAFE_createMemoryHistory as createMemoryHistory, type Path } from "react-router";
import { expect } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { DeskRequest } from "#edition/desk-protocol.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import { press } from "#press/press.ts";
import { App } from "#reader/app.tsx";
import { deskOf } from "#reader/desk.ts";
import { openNavigation } from "#reader/navigation.ts";
import { openNewsstand } from "#reader/newsstand.ts";
import { readerRoutes } from "#reader/routes.tsx";
import { viewLoader } from "#reader/view.ts";
import { openDesk } from "#workers/desk.ts";
import { courier } from "../articles.ts";

export const root = "https://courier.example/";
export const now = Date.parse("2025-03-02T08:00:00Z");

/** The files of a site, and how they are changed while it is read. */
export type Site = Map<string, string | Uint8Array>;

export function printedSite(articles: readonly Article[], newsroom: Newsroom = courier): Site {
  return new Map([...press(articles, newsroom, now).files].map(({ path, content }) => [path, content]));
}

/** What the page asks of its desk, what of it it does not wait for any more, and for how many milliseconds each answer is held back. */
type DeskSeen = {
  readonly asked: DeskRequest[];
  readonly dropped: DeskRequest[];
  delay: (request: DeskRequest) => number;
};

/**
 * Mounts the real routes at an address, over files that the real press printed. Only the network and the clock are stood in
 * for: the network has the site's files and nothing else.
 */
export function openReader(address: string, site: Site | readonly Article[]) {
  const desk: DeskSeen = { asked: [], dropped: [], delay: () => 0 };
  const files = site instanceof Map ? site : printedSite(site);
  const textOf = (content: string | Uint8Array | undefined) =>
    typeof content === "string" || content === undefined ? content : new TextDecoder().decode(content);
  const bytesOf = (url: string) => {
    const content = files.get(url.slice(root.length));
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  const outside = {
    now: () => now,
    fetchBytes: async (url: string) => bytesOf(url),
    fetchCopy: async (url: string) => {
      const bytes = bytesOf(url);
      return bytes ? ({ kind: "copy", bytes } as const) : ({ kind: "unreachable", found: "not there" } as const);
    },
  };
  const newsstand = openNewsstand({
    root,
    now: () => now,
    fetchText: async (_base, path) => {
      const text = textOf(files.get(path));
      if (text === undefined) throw new EditionProblem("missing", path, `${path} is not there.`);
      return text;
    },
    hireDesk: async () => {
      const answer = openDesk(outside);
      const answered = async (request: DeskRequest, signal?: AbortSignal) => {
        signal?.addEventListener("abort", () => desk.dropped.push(request));
        desk.asked.push(request);
        const milliseconds = desk.delay(request);
        if (milliseconds > 0) await new Promise((waited) => setTimeout(waited, milliseconds));
        return answer(request, signal);
      };
      return deskOf(answered, () => undefined);
    },
  });
  const client = new QueryClient();
  const load = viewLoader(readerRoutes(newsstand, client), client, "/");
  const history = createMemoryHistory({ initialEntries: [address] });
  const opening = openNavigation(history, load, false);
  const { rerender, unmount } = render(null);
  void opening.then((navigation) =>
    rerender(
      <QueryClientProvider client={client}>
        <App navigation={navigation} basename="/" now={newsstand.now} load={load} />
      </QueryClientProvider>,
    ),
  );
  const visit = async (path: string) => (await opening).visit(path);
  const here = (): Path => history.location;
  const back = () => history.go(-1);
  return { here, visit, back, unmount, files, desk, user: userEvent.setup() };
}

/** Focus follows a change of page a moment later. */
export function expectFocus(element: () => Element | null | undefined): Promise<void> {
  return waitFor(() => expect(element()).toHaveFocus());
}
