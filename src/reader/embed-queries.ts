import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { directionOf } from "#domain/language.ts";
import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import type { Headline } from "#edition/headline.ts";
import { addresses } from "#edition/paths.ts";
import { type Embedded, type EmbeddedList, embeddedLists, embedPaths } from "#widgets/embed-address.ts";
import type { Shown } from "#widgets/reserved-height.ts";
import { loadEmbedWords } from "#words/embeds/load-embed-words.ts";
import type { Edition, Newsstand } from "./edition-source.ts";
import type { EmbedChoice } from "./embed-address.ts";
import { articleQuery, frontQuery, listIndexQuery, listQuery, manifestQuery } from "./queries.ts";

/** Something that can be embedded, with what its height and its code need to know. */
export type Subject = {
  readonly embedded: Embedded;
  readonly shown: Shown;
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The page that shows the same. */
  readonly path: string;
};

/** A story or a list to choose: its slug, and what it is called. */
export type Option = { readonly slug: string; readonly name: string };

export function embedWordsQuery({ language, digits }: Pick<Newsroom, "language" | "digits">) {
  return queryOptions({
    queryKey: ["embed-words", language, digits],
    queryFn: () => loadEmbedWords(language, digitsOf({ language, ...(digits && { digits }) })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the choice means, and what could be chosen instead. Without a choice the first there is; none in an empty edition. */
export function subjectQuery(edition: Edition, what: EmbedChoice["what"]) {
  return queryOptions({
    queryKey: [edition.key, "embed", what],
    queryFn: async ({ client }): Promise<{ options: readonly Option[]; subject: Subject | null }> => {
      if (what.kind === "search") return { options: [], subject: await searchSubject(edition, client) };
      if (isList(what.kind)) return listSubject(edition, what.kind, what.slug, client);
      const options = await storyOptions(edition, client);
      const slug = what.slug ?? options[0]?.slug;
      if (slug === undefined) return { options, subject: null };
      const document = await client.ensureQueryData(articleQuery(edition, slug));
      const { headline, language, direction } = document.article;
      const chosen = { slug, name: headline };
      return {
        options: options.some((one) => one.slug === slug) ? options : [chosen, ...options],
        subject: {
          embedded: { kind: what.kind, slug },
          shown: { kind: what.kind, document },
          title: headline,
          language,
          direction,
          path: addresses.article(slug),
        },
      };
    },
    retry: false,
  });
}

function isList(kind: string): kind is EmbeddedList {
  return embeddedLists.some((one) => one === kind);
}

/** The stories on the front page, each once. */
async function storyOptions(edition: Edition, client: QueryClient): Promise<readonly Option[]> {
  const { lead, underLead, secondaries, latest, slabs } = await client.ensureQueryData(frontQuery(edition));
  const slabbed = slabs.flatMap(({ headlines }) => headlines);
  const all: readonly Headline[] = [...(lead ? [lead] : []), ...underLead, ...secondaries, ...latest, ...slabbed];
  return [...new Map(all.map(({ slug, headline }) => [slug, { slug, name: headline }])).values()];
}

async function listSubject(edition: Edition, kind: EmbeddedList, wanted: string | undefined, client: QueryClient) {
  const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
  const { lists } = await client.ensureQueryData(listIndexQuery(edition, kind));
  const options = lists.map(({ slug, name }) => ({ slug, name }));
  const slug = wanted ?? options[0]?.slug;
  if (slug === undefined) return { options, subject: null };
  const list = await client.ensureQueryData(listQuery(edition, { kind, slug, page: "latest" }));
  return {
    options,
    subject: {
      embedded: { kind, slug },
      shown: { kind, list },
      title: list.name,
      ...spokenIn(newsroom),
      path: addresses.list(kind, slug),
    } satisfies Subject,
  };
}

async function searchSubject(edition: Edition, client: QueryClient): Promise<Subject> {
  const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
  const words = await client.ensureQueryData(embedWordsQuery(newsroom));
  return {
    embedded: { kind: "search" },
    shown: { kind: "search" },
    title: words.fill("searchIn", { newsroom: newsroom.name }),
    ...spokenIn(newsroom),
    path: addresses.search,
  };
}

function spokenIn({ language }: Newsroom) {
  return { language, direction: directionOf(language) } as const;
}

/** The optional script: how large it is, and how one version of it is pinned. */
export type HostScript = {
  readonly bytes: number;
  readonly pinned?: { readonly path: string; readonly integrity: string };
};

/** Undefined where there is none, as in a reader that was built without a press. */
export function hostScriptQuery(siteFile: Newsstand["siteFile"]) {
  return queryOptions({
    queryKey: ["host-script"],
    queryFn: async (): Promise<HostScript | null> => {
      const text = await siteFile(embedPaths.script).catch(ifMissing);
      if (text === undefined) return null;
      const bytes = new TextEncoder().encode(text);
      // Browsers only compute hashes in pages that nobody can tamper with on the way.
      if (!crypto.subtle) return { bytes: bytes.length };
      const [name, integrity] = await Promise.all([
        crypto.subtle.digest("SHA-256", bytes),
        crypto.subtle.digest("SHA-384", bytes),
      ]);
      const hex = Array.from(new Uint8Array(name).slice(0, 5), (byte) => byte.toString(16).padStart(2, "0")).join("");
      const base64 = btoa(String.fromCharCode(...new Uint8Array(integrity)));
      const pinned = { path: embedPaths.pinnedScript(hex), integrity: `sha384-${base64}` };
      return { bytes: bytes.length, pinned };
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Whether the site has a page for an embed. */
export function isPrintedQuery(siteFile: Newsstand["siteFile"], path: string) {
  return queryOptions({
    queryKey: ["embed-page", path],
    queryFn: async () => (await siteFile(path).catch(ifMissing)) !== undefined,
    retry: false,
  });
}

function ifMissing(problem: unknown): undefined {
  if (problem instanceof EditionProblem && problem.kind !== "unreachable") return undefined;
  throw problem;
}
