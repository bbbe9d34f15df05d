import { EditionProblem } from "#edition/edition-problem.ts";
import { decodeManifest } from "#edition/manifest.ts";
import { editionPaths } from "#edition/paths.ts";
import type { Desk } from "./desk.ts";
import type { Edition, Newsstand } from "./edition-source.ts";
import type { Outside } from "./outside.ts";
import { searchAt } from "./search-desk.ts";

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
      const { openedEdition } = await import("./desk-editions.ts");
      const opening = await openedEdition(files, `opened-${openings}`, outside);
      opened?.desk.dismiss();
      opened = opening;
    },
    siteFile: (path) => outside.fetchText(outside.root, path),
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
    const { liveEdition } = await import("./desk-editions.ts");
    return liveEdition(settings, new URL(settingsPath, outside.root).href, outside);
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
    const hired = await hireDesk();
    await hired.ask({ kind: "open-printed", base: root }, "done");
    return hired;
  };
  return {
    key: "site",
    base: new URL(root).pathname,
    load: (path) => fetchText(root, path),
    search: searchAt(() => {
      desk ??= deskOfEdition().catch((problem: unknown) => {
        desk = undefined;
        throw problem;
      });
      return desk;
    }),
  };
}
