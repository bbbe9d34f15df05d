import { queryOptions } from "@tanstack/react-query";
import { withPictures } from "#domain/article.ts";
import type { Picture } from "#domain/picture.ts";
import { decodeArticleDocument } from "#edition/article-document.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import { decodeFront } from "#edition/front.ts";
import type { Headline } from "#edition/headline.ts";
import { decodeHeadlineList, type HeadlineList } from "#edition/headline-list.ts";
import { decodeListIndex } from "#edition/list-index.ts";
import { decodeManifest, type ManifestHead } from "#edition/manifest.ts";
import { editionPaths, type ListKind, type PageNumber } from "#edition/paths.ts";
import type { Edition } from "./edition-source.ts";

/** A page of a list, as its address says it. */
export type ListAddress = { readonly kind: ListKind; readonly slug: string; readonly page: PageNumber };

/** How every file of an edition is asked for. */
export const asking = {
  // A printed edition may be printed anew while it is read.
  staleTime: 5 * 60_000,
  // A missing file stays missing; a lost connection is told of at once, with a way to try again.
  retry: false,
};

/** What pages show of the edition. In a printed one nothing else stands. */
export function manifestQuery(edition: Edition) {
  return fileQuery(edition, editionPaths.manifest, (text, path): ManifestHead => decodeManifest(text, path));
}

/** With what its files weigh. */
export function wholeManifestQuery(edition: Edition) {
  return queryOptions({
    queryKey: [edition.key, editionPaths.manifest, "whole"],
    queryFn: async () => decodeManifest(await edition.load(editionPaths.manifest), editionPaths.manifest),
    ...asking,
  });
}

export function frontQuery(edition: Edition) {
  return fileQuery(edition, editionPaths.front, (text, path) => {
    const { lead, underLead, secondaries, latest, slabs } = decodeFront(text, path);
    const each = (headlines: readonly Headline[]) => headlines.map((headline) => placed(headline, edition));
    return {
      ...(lead && { lead: placed(lead, edition) }),
      underLead: each(underLead),
      secondaries: each(secondaries),
      latest: each(latest),
      slabs: slabs.map(({ section, headlines }) => ({ section, headlines: each(headlines) })),
    };
  });
}

/** A full page was printed once and for all: what the list is called by now, and how long it is, its latest page says. */
export function listQuery(edition: Edition, { kind, slug, page }: ListAddress) {
  const path = editionPaths.list(kind, slug, page);
  const load = async () => {
    const list = decodeHeadlineList(await edition.load(path), path);
    return { ...list, headlines: list.headlines.map((headline) => placed(headline, edition)) };
  };
  return queryOptions({
    queryKey: [edition.key, path],
    queryFn: async ({ client }): Promise<HeadlineList> => {
      if (page === "latest") return load();
      const latest = client.ensureQueryData(listQuery(edition, { kind, slug, page: "latest" }));
      const [{ headlines }, whole] = await Promise.all([load(), latest]);
      return { ...whole, page, headlines };
    },
    ...asking,
  });
}

export function listIndexQuery(edition: Edition, kind: ListKind) {
  return fileQuery(edition, editionPaths.listIndex(kind), decodeListIndex);
}

export function articleQuery(edition: Edition, slug: string) {
  return fileQuery(edition, editionPaths.article(slug), (text, path) => {
    const document = decodeArticleDocument(text, path);
    if (!document) throw new EditionProblem("unreadable", path, `${path} holds no article.`);
    return {
      ...document,
      article: withPictures(document.article, (picture) => located(picture, edition)),
      related: document.related.map(({ headline, reason }) => ({ headline: placed(headline, edition), reason })),
    };
  });
}

function fileQuery<Value>(edition: Edition, path: string, decode: (text: string, path: string) => Value) {
  return queryOptions({
    queryKey: [edition.key, path],
    queryFn: async () => decode(await edition.load(path), path),
    ...asking,
  });
}

/** Pictures' addresses are relative to the edition; pages lie at any depth. */
function placed(headline: Headline, edition: Edition): Headline {
  return headline.picture ? { ...headline, picture: located(headline.picture, edition) } : headline;
}

function located(picture: Picture, { base }: Edition): Picture {
  if (picture.url === undefined || /^[a-z][a-z0-9+.-]*:|^\//iu.test(picture.url)) return picture;
  return { ...picture, url: base + picture.url };
}
