import type { QueryClient } from "@tanstack/react-query";
import type { Front } from "#edition/front.ts";
import type { Headline } from "#edition/headline.ts";
import type { Manifest } from "#edition/manifest.ts";
import { editionPaths } from "#edition/paths.ts";
import { decodeSearchFiles } from "#edition/search-files.ts";
import type { Edition } from "../edition-source.ts";
import { articleQuery } from "../queries.ts";
import { askOffline } from "./ask-offline.ts";
import { addressIn, keepStory } from "./keep-story.ts";

/** Every story on the front page, each once. */
export function storiesOf({ lead, underLead, secondaries, latest, slabs }: Front): readonly Headline[] {
  const all = [
    ...(lead ? [lead] : []),
    ...underLead,
    ...secondaries,
    ...latest,
    ...slabs.flatMap((slab) => slab.headlines),
  ];
  return [...new Map(all.map((headline) => [headline.slug, headline])).values()];
}

/** What the download will fetch, as far as it can be told before: texts as large as the edition's are on average. Bytes. */
export function weighed(
  stories: readonly Headline[],
  { files }: Manifest,
): { readonly text: number; readonly pictures: number } {
  const average = files.articles.bytes / Math.max(1, files.articles.files);
  const pictures = stories.reduce((sum, { picture }) => sum + (picture?.bytes ?? 0), 0);
  return { text: Math.round(average * stories.length) + files.search.bytes, pictures };
}

export type Progress = { readonly done: number; readonly bytes: number; readonly missing: number };

type Download = {
  readonly edition: Edition;
  readonly client: QueryClient;
  readonly stories: readonly Headline[];
  readonly hasPictures: boolean;
  readonly tell: (progress: Progress) => void;
  readonly stopped: AbortSignal;
};

/** Keeps the stories on the device one after the other, and what it takes to find and search them. Stops between two of them. */
export async function downloadToday({
  edition,
  client,
  stories,
  hasPictures,
  tell,
  stopped,
}: Download): Promise<Progress> {
  let progress: Progress = { done: 0, bytes: 0, missing: 0 };
  const add = ({ bytes, missing }: Pick<Progress, "bytes" | "missing">, done: number) => {
    progress = { done, bytes: progress.bytes + bytes, missing: progress.missing + missing };
    tell(progress);
  };
  if (edition.live === undefined) {
    const files = (await searchAndFront(edition)).map((path) => addressIn(edition, path));
    add(await askOffline({ kind: "keep", files }, "kept"), 0);
  }
  for (const [at, { slug }] of stories.entries()) {
    if (stopped.aborted) return progress;
    const document = await client.fetchQuery(articleQuery(edition, slug));
    add(await keepStory(edition, document, hasPictures), at + 1);
  }
  return progress;
}

/** The index of an edition that has a large one stays on its server. */
async function searchAndFront(edition: Edition): Promise<readonly string[]> {
  const frame = [editionPaths.manifest, editionPaths.front];
  try {
    const names = decodeSearchFiles(await edition.load(editionPaths.searchFiles), editionPaths.searchFiles);
    return [...frame, ...names.map(editionPaths.search)];
  } catch {
    return frame;
  }
}
