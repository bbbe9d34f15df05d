import { createServer, type Server } from "node:http";
import type { Page } from "@playwright/test";
import { frameSnippet, type Placed, scriptSnippet } from "#widgets/snippets.ts";
import { embedAddress } from "./sites.ts";
import { test as base } from "./watched.ts";

/** What a page or script of a host is, and with which headers it is served. */
export type Hosted = { readonly body: string; readonly headers?: Readonly<Record<string, string>> };

/** Other people's sites, each on an origin of its own. */
export type Farm = {
  /** Serves these paths on an origin of their own, which it gives. */
  readonly host: (files: Readonly<Record<string, Hosted | string>>) => Promise<string>;
};

export const test = base.extend<{ farm: Farm }>({
  farm: async ({ browserName: _any }, provide) => {
    const servers: Server[] = [];
    await provide({
      host: async (files) => {
        const server = createServer((request, response) => {
          const [path = "/"] = (request.url ?? "/").split("?");
          const file = files[path];
          if (file === undefined) return response.writeHead(404).end();
          const { body, headers = {} } = typeof file === "string" ? { body: file } : file;
          const type = path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
          response.writeHead(200, { "content-type": type, ...headers }).end(body);
        });
        servers.push(server);
        await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
        const address = server.address();
        return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
      },
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});

/** The embed of a story of the newsroom, as its builder would make it. */
export function placed(said: Partial<Placed> = {}): Placed {
  return {
    site: `${embedAddress}/`,
    embedded: { kind: "card", slug: "null-island" },
    title: "Null Island, the busiest place that does not exist",
    newsroomName: "The Dateline",
    language: "en",
    direction: "ltr",
    path: "articles/null-island",
    theme: "auto",
    height: 270,
    isLive: false,
    ...said,
  };
}

export const snippet = (said?: Partial<Placed>) => frameSnippet(placed(said));
export const scripted = (said?: Partial<Placed>) => scriptSnippet(placed(said), { path: "embed/v1.js" });

const text = "<p>Words of the page that embeds, which must stay where they are. ".repeat(6);

/** A page of somebody else's, with an embed in its middle, that counts how far anything in it was moved. */
export function hostPage(embed: string, said: { readonly head?: string; readonly html?: string } = {}): string {
  return `<!doctype html><html ${said.html ?? 'lang="en"'}><meta charset="utf-8"><title>A host</title>
<meta name="viewport" content="width=device-width">
<script nonce="host">
  shift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; })
    .observe({ type: "layout-shift", buffered: true });
</script>${said.head ?? ""}
<body style="margin:8px">${text}${embed}${text}<p id="end">The end.</p>`;
}

/** How far things moved on the page, as browsers count it. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
}

/** Opens a host's page, and waits until its embeds have come and had time to move something. */
export async function openHost(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(200);
}

/** What a page's console complained of and what it could not load, but for what it forbade itself. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  return complaints;
}
