import { type QueryClient, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router";
import { addressOf, embedPaths } from "#widgets/embed-address.ts";
import { embedHead } from "#widgets/embed-head.ts";
import { reservedHeight } from "#widgets/reserved-height.ts";
import type { Placed } from "#widgets/snippets.ts";
import type { Newsstand } from "./edition-source.ts";
import { type EmbedChoice, readEmbedChoice, writeEmbedChoice } from "./embed-address.ts";
import { EmbedChoices } from "./embed-choices.tsx";
import { EmbedCode } from "./embed-code.tsx";
import { EmbedPreview } from "./embed-preview.tsx";
import { embedWordsQuery, isPrintedQuery, type Subject, subjectQuery } from "./embed-queries.ts";
import { useFrame } from "./frame-context.ts";
import { manifestQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { usePageHead } from "./use-page-head.ts";
import type { LoadPage } from "./view.ts";

/** Loads what the page shows for an address, and shows it. */
export function loadEmbedPage(client: QueryClient, siteFile: Newsstand["siteFile"]): LoadPage {
  return async (edition, { search }) => {
    const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
    const { what } = readEmbedChoice(search);
    await Promise.all([
      client.ensureQueryData(embedWordsQuery(newsroom)),
      client.ensureQueryData(subjectQuery(edition, what)),
    ]);
    return <EmbedPage siteFile={siteFile} />;
  };
}

type EmbedPageProps = Pick<Newsstand, "siteFile">;

/** Makes embeds: what, how it looks, how it would stand on a page, and the code for it. Every choice is in the address. */
function EmbedPage({ siteFile }: EmbedPageProps) {
  const { words, clock } = useFrame();
  const { edition, manifest } = useReading();
  const { data: embedWords } = useSuspenseQuery(embedWordsQuery(manifest.newsroom));
  const choice = readEmbedChoice(useSearchParams()[0]);
  const { data: found } = useSuspenseQuery(subjectQuery(edition, choice.what));
  const navigate = useNavigate();
  usePageHead(embedHead(manifest.newsroom, embedWords));
  const choose = (next: EmbedChoice) =>
    void navigate({ search: writeEmbedChoice(next) }, { replace: true, preventScrollReset: true });
  return (
    <div className="embed-page" {...words.attributes}>
      <header className="list-head">
        <h1 className="headline headline-xl" tabIndex={-1}>
          {embedWords.plain.title}
        </h1>
        <p className="standfirst">{embedWords.plain.purpose}</p>
      </header>
      {/* Where the page is read is only known in the browser. */}
      {clock.now !== undefined && (
        <>
          <EmbedChoices choice={choice} options={found.options} embedWords={embedWords} choose={choose} />
          {found.subject ? (
            <Made subject={found.subject} choice={choice} siteFile={siteFile} />
          ) : (
            <p>{words.plain.noArticles}</p>
          )}
        </>
      )}
    </div>
  );
}

type MadeProps = EmbedPageProps & { readonly subject: Subject; readonly choice: EmbedChoice };

function Made({ subject, choice, siteFile }: MadeProps) {
  const { edition, manifest } = useReading();
  const { newsroom } = manifest;
  const { data: embedWords } = useSuspenseQuery(embedWordsQuery(newsroom));
  const isLive = edition.live !== undefined;
  const page = addressOf(isLive ? embedPaths.live : embedPaths.page(subject.embedded));
  const { data: isPrinted = true } = useQuery(isPrintedQuery(siteFile, page));
  if (!isPrinted) return <p role="alert">{embedWords.plain.notPrinted}</p>;
  const here = window.location.origin + edition.base;
  const { embedded, shown, title, language, direction, path } = subject;
  const placed: Placed = {
    site: newsroom.url ?? here,
    embedded,
    title,
    newsroomName: newsroom.name,
    language,
    direction,
    path,
    theme: choice.theme,
    ...(choice.accent !== undefined && { accent: choice.accent }),
    height: reservedHeight(shown),
    isLive,
  };
  return (
    <>
      <EmbedPreview placed={{ ...placed, site: here }} embedWords={embedWords} />
      <EmbedCode placed={placed} newsroom={newsroom} embedWords={embedWords} siteFile={siteFile} />
    </>
  );
}
