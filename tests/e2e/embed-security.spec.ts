import { expect, type Page } from "@playwright/test";
import { scriptSnippet } from "#widgets/snippets.ts";
import { type Farm, hostPage, openHost, placed, scripted, snippet, test } from "./host-farm.ts";
import { builtScript, type Guard } from "./mutated.ts";
import { embedAddress } from "./sites.ts";

test.skip(({ isMobile }) => isMobile, "The same on a phone.");

/** A page in a frame that takes the port of whoever greets it, and keeps everything that it is told. */
const child = (then: string) => `<!doctype html><script>
  told = [];
  addEventListener("message", ({ data, ports }) => {
    told.push(data);
    const [port] = ports;
    if (!port) return;
    port.onmessage = (event) => told.push(event.data);
    ${then}
  });
</script>`;
const sends = (...messages: readonly string[]) =>
  child(messages.map((message) => `port.postMessage(${message});`).join("\n"));

type Attack = {
  readonly name: string;
  /** What withstands it, and how the script reads without that. */
  readonly guard: Guard;
  /** Whether it did harm, with this script of the host. */
  readonly succeeds: (page: Page, farm: Farm, script: string) => Promise<boolean>;
};

const frameOf = (page: Page) => page.locator("iframe").first();
const heightOf = async (page: Page) => (await frameOf(page).boundingBox())?.height ?? 0;

/** A host with the script and a frame that lies below what is in view, in which this page is. */
async function hostOf(
  farm: Farm,
  script: string,
  frame: string,
  said: { readonly head?: string; readonly sandbox?: string; readonly before?: string } = {},
) {
  const other = await farm.host({ "/": frame });
  const sandbox = said.sandbox ?? "allow-scripts allow-same-origin";
  const before = said.before ?? `<div style="height:2000px"></div>`;
  const embed = `${before}<dateline-embed><iframe src="${other}/" sandbox="${sandbox}" height="200" width="400" style="border:0"></iframe></dateline-embed><script async src="/v1.js"></script>`;
  return { address: await farm.host({ "/": hostPage(embed, said), "/v1.js": script }), other };
}

/** The heights that the frame had, when its page sends these messages. */
async function heightAfter(page: Page, farm: Farm, script: string, ...messages: readonly string[]): Promise<number> {
  const { address } = await hostOf(farm, script, sends(...messages));
  await openHost(page, address);
  return heightOf(page);
}

const attacks: readonly Attack[] = [
  {
    name: "a frame that wants to be higher than twice what was reserved",
    guard: ["Math.min(Math.max(height, least), 2 * this.reserved)", "height"],
    succeeds: async (page, farm, script) =>
      (await heightAfter(page, farm, script, `{ type: "size", height: 1e6 }`)) > 400,
  },
  {
    name: "a frame that wants to be a line of nothing",
    guard: ["Math.max(height, least)", "height"],
    succeeds: async (page, farm, script) => (await heightAfter(page, farm, script, `{ type: "size", height: 1 }`)) < 80,
  },
  {
    name: "a height that is no number",
    guard: [/typeof height !== "number" \|\| /u, ""],
    succeeds: async (page, farm, script) =>
      (await heightAfter(page, farm, script, `{ type: "size", height: "300" }`)) !== 200,
  },
  {
    name: "a height without end",
    guard: [" || height === 1 / 0", ""],
    succeeds: async (page, farm, script) =>
      (await heightAfter(page, farm, script, `{ type: "size", height: Infinity }`)) !== 200,
  },
  {
    name: "a height that is not a number by name, or less than nothing",
    guard: ["!(height > 0)", "false"],
    succeeds: async (page, farm, script) =>
      (await heightAfter(page, farm, script, `{ type: "size", height: -5 }`, `{ type: "size", height: NaN }`)) !== 200,
  },
  {
    name: "a frame that breathes for ever",
    guard: ["|| this.changes >= mostChanges", ""],
    succeeds: async (page, farm, script) => {
      const head = `<script nonce="host">changes = 0; addEventListener("DOMContentLoaded", () => new MutationObserver((all) => changes += all.length).observe(document.querySelector("dateline-embed iframe"), { attributeFilter: ["style"] }))</script>`;
      const flood = Array.from({ length: 100 }, (_none, at) => `{ type: "size", height: ${200 + (at % 2) * 50 + at} }`);
      const { address } = await hostOf(farm, script, sends(...flood), { head });
      await openHost(page, address);
      return ((await page.evaluate("changes")) as number) > 12;
    },
  },
  {
    name: "a frame that grows while it is looked at",
    guard: ["this.getBoundingClientRect().top >= innerHeight", "true"],
    succeeds: async (page, farm, script) => {
      const { address } = await hostOf(farm, script, sends(`{ type: "size", height: 390 }`), { before: "" });
      await openHost(page, address);
      return (await heightOf(page)) !== 200;
    },
  },
  {
    name: "a frame that says more than it may: other states, other words, nothing, texts",
    guard: [/ && \/\^\(ok[^)]*\)\$\/\.test\(String\(told\?\.state\)\)/u, ""],
    succeeds: async (page, farm, script) => {
      const head = `<script nonce="host">heard = []; for (const type of ["ready", "size", "state", "click", "navigate"]) addEventListener("dateline-" + type, ({ detail }) => heard.push(detail))</script>`;
      const messages = [
        "null",
        "undefined",
        "1",
        `"size"`,
        "[]",
        `{ type: "navigate", url: "/x" }`,
        `{ type: "state", state: "<img>" }`,
      ];
      const { address } = await hostOf(farm, script, sends(...messages), { head });
      await openHost(page, address);
      return ((await page.evaluate("heard")) as unknown[]).length > 0;
    },
  },
  {
    name: "a frame that is nobody’s, which could be anybody by now: it gets no port",
    guard: [`!frame.sandbox.contains("allow-same-origin")`, "false"],
    succeeds: async (page, farm, script) => {
      // Without the guard the script still names an address, which no frame without an origin has: so that goes too.
      const open = script.replace(/new URL\((\w+)\.src\)\.origin/u, `"*"`);
      const { address } = await hostOf(farm, open, child(""), { sandbox: "allow-scripts", before: "" });
      await openHost(page, address);
      return ((await page.frames()[1]!.evaluate("told")) as unknown[]).length > 0;
    },
  },
  {
    name: "a frame that has gone to somebody else: only the newsroom it was made for is greeted",
    guard: ["new URL(frame.src).origin", `"*"`],
    succeeds: async (page, farm, script) => {
      const attacker = await farm.host({ "/": child("") });
      const leaves = `<!doctype html><script>location.replace("${attacker}/")</script>`;
      const { address } = await hostOf(farm, script, leaves, { before: "" });
      await openHost(page, address);
      await page.waitForTimeout(300);
      const frame = page.frames()[1]!;
      expect(frame.url()).toBe(`${attacker}/`);
      return ((await frame.evaluate("told")) as unknown[]).length > 0;
    },
  },
  {
    name: "a name that somebody else has taken, and a second copy of the script",
    guard: ["if (!customElements.get(name)) ", ""],
    succeeds: async (page, farm, script) => {
      const failures: string[] = [];
      page.on("pageerror", ({ message }) => failures.push(message));
      const squatted = `<script nonce="host">customElements.define("dateline-embed", class extends HTMLElement { own = true })</script>`;
      const body = hostPage(
        `<dateline-embed></dateline-embed><script src="/v1.js"></script><script src="/v1.js"></script>`,
        { head: squatted },
      );
      const address = await farm.host({ "/": body, "/v1.js": script });
      // The page is looked at by its failures alone: a page that fails is a test that fails.
      const quiet = await page.context().newPage();
      quiet.on("pageerror", ({ message }) => failures.push(message));
      await openHost(quiet, address);
      expect(
        await quiet.evaluate(() => (document.querySelector("dateline-embed") as unknown as { own: boolean }).own),
      ).toBe(true);
      await quiet.close();
      return failures.length > 0;
    },
  },
];

for (const { name, guard, succeeds } of attacks) {
  test(`${name}: does no harm`, async ({ page, farm }) => {
    expect(await succeeds(page, farm, await builtScript("host-script"))).toBe(false);
  });

  test(`${name}: would do harm without its guard`, async ({ page, farm }) => {
    expect(await succeeds(page, farm, await builtScript("host-script", guard))).toBe(true);
  });
}

/** The page of an embed with another script in it, which its policy would not let run. */
async function withScript(page: Page, script: string): Promise<void> {
  await page.route(`${embedAddress}/embed/v1/card/**`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace(/<meta http-equiv="content-security-policy"[^>]*>/u, "")
      .replace(/<script>[^]*?<\/script>/u, () => `<script>${script}</script>`);
    await route.fulfill({ response, body: html });
  });
}

const childAttacks: readonly Attack[] = [
  {
    name: "somebody else than the page around it greets an embed",
    guard: ["source !== parent || ", ""],
    succeeds: async (page, farm, script) => {
      await withScript(page, script);
      const spy = `<!doctype html><script>
        heard = [];
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => heard.push(data);
        setTimeout(() => parent.frames[0].postMessage({ dateline: 1, type: "hello" }, "*", [port2]), 500);
      </script>`;
      const other = await farm.host({ "/": spy });
      await openHost(page, await farm.host({ "/": hostPage(`${snippet()}<iframe src="${other}/"></iframe>`) }));
      await page.waitForTimeout(700);
      return ((await page.frames()[2]!.evaluate("heard")) as unknown[]).length > 0;
    },
  },
  {
    name: "an embed is told of a theme that is none",
    guard: [`theme === "light" || theme === "dark"`, `theme !== "auto"`],
    succeeds: async (page, farm, script) => {
      await withScript(page, script);
      await openHost(page, await farm.host({ "/": hostPage(scripted()) }));
      await page.evaluate(() => document.querySelector("dateline-embed")?.setAttribute("theme", `"><script>`));
      await page.waitForTimeout(200);
      return (await page.frames()[1]!.evaluate(() => document.documentElement.dataset["theme"])) === `"><script>`;
    },
  },
];

for (const { name, guard, succeeds } of childAttacks) {
  test(`${name}: does no harm`, async ({ page, farm }) => {
    expect(await succeeds(page, farm, await builtScript("embed-script"))).toBe(false);
  });

  test(`${name}: would do harm without its guard`, async ({ page, farm }) => {
    expect(await succeeds(page, farm, await builtScript("embed-script", guard))).toBe(true);
  });
}

test("an embed hears no nonsense: nothing, texts, numbers, false greetings and floods of them", async ({
  page,
  farm,
  uncaught,
}) => {
  await openHost(page, await farm.host({ "/": hostPage(snippet()) }));
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector("iframe")!;
    for (const nonsense of [
      null,
      undefined,
      1,
      "hello",
      Number.NaN,
      [],
      {},
      { dateline: 1 },
      { dateline: 2, type: "hello" },
    ])
      for (let time = 0; time < 200; time += 1) contentWindow?.postMessage(nonsense, "*");
  });
  await expect(page.frameLocator("iframe").getByRole("heading")).toBeVisible();
  expect(uncaught).toEqual([]);
});

test("nothing of a hostile story runs, in any embed of it", async ({ page, farm }) => {
  for (const kind of ["card", "article", "related", "timeline"] as const) {
    const embedded = { kind, slug: "hostile" };
    const title = `"><script>parent.harm=1</script><img src=x onerror="parent.harm=1">`;
    await openHost(page, await farm.host({ "/": hostPage(snippet({ embedded, title, newsroomName: title })) }));
    expect(await page.evaluate(() => "harm" in globalThis)).toBe(false);
    expect(await page.locator("img, script:not([nonce])").count()).toBe(0);
    await expect(page.frameLocator("iframe").locator("h1, .entry-headline, .moment").first()).toBeVisible();
  }
});

test("an embed in a frame of nobody’s cannot move the page around it, nor read anything of the newsroom’s", async ({
  page,
  farm,
}) => {
  const address = await farm.host({ "/": hostPage(snippet()) });
  await openHost(page, address);
  const frame = page.frames()[1]!;
  const blocked = await frame.evaluate(() => {
    const outcomes: string[] = [];
    const tries: Record<string, () => unknown> = {
      move: () => {
        top!.location.href = "https://attacker.invalid/";
      },
      cookie: () => document.cookie,
      storage: () => localStorage.length,
      parent: () => parent.document.title,
    };
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        attempt();
        outcomes.push(`${name} went through`);
      } catch {
        outcomes.push(`${name} was refused`);
      }
    }
    return outcomes;
  });
  expect(blocked).toEqual(["move was refused", "cookie was refused", "storage was refused", "parent was refused"]);
  expect(page.url()).toBe(`${address}/`);
});

test("the script runs when it is pinned by its hash, and does not when a byte of it has changed", async ({
  page,
  farm,
  request,
}) => {
  const text = await (await request.get(`${embedAddress}/embed/v1.js`)).text();
  const digest = async (name: string) => Buffer.from(await crypto.subtle.digest(name, new TextEncoder().encode(text)));
  const path = `embed/v1-${(await digest("SHA-256")).toString("hex").slice(0, 10)}.js`;
  expect(await (await request.get(`${embedAddress}/${path}`)).text()).toBe(text);
  const integrity = `sha384-${(await digest("SHA-384")).toString("base64")}`;
  const head = `<script nonce="host">ready = 0; addEventListener("dateline-ready", () => ready++)</script>`;
  const pinned = scriptSnippet(placed(), { path, integrity });
  await openHost(page, await farm.host({ "/": hostPage(pinned, { head }) }));
  await expect.poll(() => page.evaluate("ready")).toBe(1);
  await page.route(`${embedAddress}/${path}`, (route) =>
    route.fulfill({
      body: `${text} `,
      headers: { "access-control-allow-origin": "*", "content-type": "text/javascript" },
    }),
  );
  await openHost(page, await farm.host({ "/": hostPage(pinned, { head }) }));
  expect(await page.evaluate("ready")).toBe(0);
});
