import { EditionProblem } from "#edition/edition-problem.ts";
import type { Desk } from "./desk.ts";
import type { Edition } from "./edition-source.ts";
import type { Outside } from "./outside.ts";
import { searchAt } from "./search-desk.ts";

/** An edition that is pressed here from a feed. `settings` is the text of newsroom.json, which names the feed, and `address` its own. */
export async function liveEdition(settings: string, address: string, { root, hireDesk }: Outside): Promise<Edition> {
  const desk = await hireDesk();
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
      poll: () => desk.ask({ kind: "poll" }, "polled"),
      turnOver: async () => {
        await desk.ask({ kind: "turn-over" }, "done");
      },
    },
  };
}

/** An edition that is pressed here from the reader's own files. */
export async function openedEdition(
  files: readonly File[],
  key: string,
  { root, hireDesk }: Outside,
): Promise<{ readonly edition: Edition; readonly desk: Desk }> {
  const desk = await hireDesk();
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
    search: searchAt(() => Promise.resolve(desk)),
  };
}
