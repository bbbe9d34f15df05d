import { EditionProblem } from "#edition/edition-problem.ts";
import { decodeManifest } from "#edition/manifest.ts";
import { editionPaths } from "#edition/paths.ts";
import type { Desk } from "./desk.ts";
import type { Edition, Newsstand } from "./edition-source.ts";

/** The world outside the reader, handed in. */
export type Outside = {
  /** The site's root, absolute, ending in "/". */
  readonly root: string;
  readonly fetchText: (base: string, path: string) => Promise<string>;
  readonly hireDesk: () => Desk;
  readonly now: () => number;
};

const settingsPath = "newsroom.json";

export function openNewsstand(outside: Outside): Newsstand {
  let opening: Promise<Edition> | undefined;
  let opened: { readonly edition: Edition; readonly desk: Desk } | undefined;
  let openings = 0;
  return {
    site: () => {
      opening ??= siteEdition(outside).catch((problem: unknown) => {
        opening = undefined;
        throw problem;
      });
      return opening;
    },
    opened: () => opened?.edition,
    openFiles: async (files) => {
      openings += 1;
      const opening = await openedEdition(files, `opened-${openings}`, outside);
      opened?.desk.dismiss();
      opened = opening;
    },
    now: outside.now,
  };
}

/**
 * Finds out what the site is. A manifest makes it a printed edition; without one (or with a web page in its place, as some
 * hosts answer), newsroom.json may name a feed to be read live.
 */
async function siteEdition(outside: Outside): Promise<Edition> {
  try {
    decodeManifest(await outside.fetchText(outside.root, editionPaths.manifest), editionPaths.manifest);
  } catch (problem) {
    if (!(problem instanceof EditionProblem) || problem.kind === "too-new" || problem.kind === "unreachable")
      throw problem;
    const settings = await liveSettings(outside);
    if (settings === undefined) throw problem;
    return liveEdition(settings, outside);
  }
  return printedEdition(outside);
}

/** The text of newsroom.json when it names a live feed. */
async function liveSettings({ root, fetchText }: Outside): Promise<string | undefined> {
  try {
    const text = await fetchText(root, settingsPath);
    return /"live"\s*:/u.test(text) ? text : undefined;
  } catch (problem) {
    if (problem instanceof EditionProblem) return undefined;
    throw problem;
  }
}

function printedEdition({ root, fetchText, hireDesk }: Outside): Edition {
  let desk: Promise<Desk> | undefined;
  const deskOfEdition = async () => {
    const hired = hireDesk();
    await hired.ask({ kind: "open-printed", base: root }, "done");
    return hired;
  };
  return {
    key: "site",
    base: new URL(root).pathname,
    load: (path) => fetchText(root, path),
    search: async (query) => {
      desk ??= deskOfEdition();
      return (await (await desk).ask({ kind: "search", query }, "found")).results;
    },
  };
}

async function liveEdition(settings: string, { root, hireDesk }: Outside): Promise<Edition> {
  const desk = hireDesk();
  const address = new URL(settingsPath, root).href;
  const { spiked } = await desk.ask({ kind: "open-live", settings, address }, "pressed").catch((problem: unknown) => {
    desk.dismiss();
    throw problem;
  });
  return {
    key: "site",
    base: new URL(root).pathname,
    ...readingFrom(desk),
    live: {
      spiked,
      poll: async () => {
        const { fresh, wait } = await desk.ask({ kind: "poll" }, "polled");
        return { fresh, wait };
      },
      turnOver: async () => {
        await desk.ask({ kind: "turn-over" }, "done");
      },
    },
  };
}

async function openedEdition(
  files: readonly File[],
  key: string,
  { root, hireDesk }: Outside,
): Promise<{ readonly edition: Edition; readonly desk: Desk }> {
  const desk = hireDesk();
  try {
    const copies = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
    const { articles, spiked } = await desk.ask({ kind: "open-files", files: copies }, "pressed");
    const opened = { names: files.map(({ name }) => name), spiked, articles };
    return { edition: { key, base: new URL(root).pathname, ...readingFrom(desk), opened }, desk };
  } catch (problem) {
    desk.dismiss();
    throw problem;
  }
}

function readingFrom(desk: Desk): Pick<Edition, "load" | "search"> {
  return {
    load: async (path) => {
      const { text } = await desk.ask({ kind: "load", path }, "loaded");
      if (text === undefined) throw new EditionProblem("missing", path, `${path} is not in this edition.`);
      return text;
    },
    search: async (query) => (await desk.ask({ kind: "search", query }, "found")).results,
  };
}
