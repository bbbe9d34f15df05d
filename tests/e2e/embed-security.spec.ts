import { expect, type Page } from "@playwright/test";
import { storyKinds } from "#widgets/embed-address.ts";
import { scriptSnippet } from "#widgets/snippets.ts";
import { type Farm, hostPage, openHost, placed, scripted, snippet, test } from "./host-farm.ts";
import { builtScript, type Guard } from "./mutated.ts";
import { embedAddress } from "./sites.ts";

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

/** What an embed does when the page around it says this to it a hundred times: how often it fails, and what it answers. */
async function answersTo(page: Page, farm: Farm, script: string, said: unknown, withPort: boolean) {
  // Its failures are what is looked for: on the page of the test they would fail it.
  const other = await page.context().newPage();
  const failures: string[] = [];
  other.on("pageerror", ({ message }) => failures.push(message));
  await withScript(other, script);
  await openHost(other, await farm.host({ "/": hostPage(snippet()) }));
  const answers = await other.evaluate(
    async ([message, isGiven]) => {
      const heard: unknown[] = [];
      const frame = document.querySelector("iframe");
      for (let time = 0; time < 100; time += 1) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => heard.push(data);
        frame?.contentWindow?.postMessage(message, "*", isGiven ? [port2] : []);
      }
      await new Promise((later) => setTimeout(later, 300));
      return heard;
    },
    [said, withPort] as const,
  );
  await expect(other.frameLocator("iframe").getByRole("heading")).toBeVisible();
  await other.close();
  return { failures, answers };
}

const childAttacks: readonly Attack[] = [
  {
    name: "the page around an embed says nothing to it, many times",
    guard: ["hello?.dateline", "hello.dateline"],
    succeeds: async (page, farm, script) => (await answersTo(page, farm, script, null, true)).failures.length > 0,
  },
  {
    name: "the page around an embed greets it without a port",
    guard: ["!given || ", ""],
    succeeds: async (page, farm, script) =>
      (await answersTo(page, farm, script, { dateline: 1, type: "hello" }, false)).failures.length > 0,
  },
  {
    name: "the page around an embed speaks another version to it",
    guard: ["hello?.dateline !== 1 || ", ""],
    succeeds: async (page, farm, script) =>
      (await answersTo(page, farm, script, { dateline: 2, type: "hello" }, true)).answers.length > 0,
  },
  {
    name: "the page around an embed says something else than hello",
    guard: [`|| hello.type !== "hello"`, ""],
    succeeds: async (page, farm, script) =>
      (await answersTo(page, farm, script, { dateline: 1, type: "bye" }, true)).answers.length > 0,
  },
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

const harm = `"><script>harm=1</script><img src=x onerror="harm=1">`;
const unescaped = (html: string) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"');
const withoutPolicy = (html: string) => html.replace(/<meta http-equiv="content-security-policy"[^>]*>/u, "");

/** Whether something of a hostile story ran, in the host or in a frame, with these changes to the embed's page. */
async function runsHostile(page: Page, farm: Farm, embed: string, change?: (html: string) => string): Promise<boolean> {
  await page.route(`${embedAddress}/embed/v1/**`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: change ? change(html) : html });
  });
  await openHost(page, await farm.host({ "/": hostPage(embed) }));
  await expect(page.frameLocator("iframe").locator("h1, .entry-headline, .moment").first()).toBeVisible();
  const harmed = await Promise.all(page.frames().map((frame) => frame.evaluate(() => "harm" in globalThis)));
  return harmed.includes(true);
}

for (const kind of storyKinds) {
  const embed = snippet({ embedded: { kind, slug: "hostile" } });
  test(`nothing of a hostile story runs in its ${kind}, be it that its signs were left as they are`, async ({
    page,
    farm,
  }) => {
    expect(await runsHostile(page, farm, embed)).toBe(false);
    expect(await runsHostile(page, farm, embed, unescaped)).toBe(false);
  });

  test(`a hostile story would run in its ${kind} without both of its guards`, async ({ page, farm }) => {
    expect(await runsHostile(page, farm, embed, (html) => withoutPolicy(unescaped(html)))).toBe(true);
  });
}

test("a hostile headline and name stay text in the page that embeds, and would not if their signs were left", async ({
  page,
  farm,
}) => {
  const embed = snippet({ title: harm, newsroomName: harm });
  expect(await runsHostile(page, farm, embed)).toBe(false);
  expect(await runsHostile(page, farm, unescaped(embed))).toBe(true);
});

/** What an embed is refused that tries to get at the page around it and at what is the newsroom's. */
function triesOf(page: Page): Promise<readonly string[]> {
  return page.frames()[1]!.evaluate(() => {
    const outcomes: string[] = [];
    const tries: Record<string, () => unknown> = {
      parent: () => parent.document.title,
      cookie: () => document.cookie,
      storage: () => localStorage.length,
      move: () => {
        top!.location.href = "https://attacker.invalid/";
      },
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
}

test("an embed in a frame of nobody’s cannot move the page around it, nor read anything of the newsroom’s", async ({
  page,
  farm,
}) => {
  const address = await farm.host({ "/": hostPage(snippet()) });
  await openHost(page, address);
  expect(await triesOf(page)).toEqual([
    "parent was refused",
    "cookie was refused",
    "storage was refused",
    "move was refused",
  ]);
  expect(page.url()).toBe(`${address}/`);
});

test("in a frame that may do everything, an embed could move the page and read what is the newsroom’s", async ({
  page,
  farm,
}) => {
  const open = snippet().replace(/sandbox="[^"]*"/u, `sandbox="allow-scripts allow-same-origin allow-top-navigation"`);
  await openHost(page, await farm.host({ "/": hostPage(open) }));
  expect(await triesOf(page)).toEqual([
    "parent was refused",
    "cookie went through",
    "storage went through",
    "move went through",
  ]);
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
