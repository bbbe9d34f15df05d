import { type QueryClient, queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { directionOf } from "#domain/language.ts";
import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import { addresses } from "#edition/paths.ts";
import { embedPaths } from "#widgets/embed-address.ts";
import { guideHead } from "#widgets/embed-head.ts";
import { frameSnippet, type Placed, sandbox } from "#widgets/snippets.ts";
import { loadGuideWords } from "#words/guide/load-guide-words.ts";
import { EditionLink } from "./edition-link.tsx";
import { embedWordsQuery } from "./embed-queries.ts";
import { useWords } from "./frame-context.ts";
import { manifestQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { usePageHead } from "./use-page-head.ts";
import type { LoadPage } from "./view.ts";

function guideWordsQuery(newsroom: Newsroom) {
  return queryOptions({
    queryKey: ["guide-words", newsroom.language, digitsOf(newsroom)],
    queryFn: () => loadGuideWords(newsroom.language, digitsOf(newsroom)),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Loads what the page says, and says it. */
export function loadEmbedGuide(client: QueryClient): LoadPage {
  return async (edition) => {
    const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
    await Promise.all([
      client.ensureQueryData(embedWordsQuery(newsroom)),
      client.ensureQueryData(guideWordsQuery(newsroom)),
    ]);
    return <EmbedGuidePage />;
  };
}

/** For partners: how to embed in plain HTML, WordPress, Ghost and React. */
function EmbedGuidePage() {
  const words = useWords();
  const { newsroom } = useReading().manifest;
  const { data: embedWords } = useSuspenseQuery(embedWordsQuery(newsroom));
  const { plain } = useSuspenseQuery(guideWordsQuery(newsroom)).data;
  usePageHead(guideHead(newsroom, embedWords, plain.purpose));
  const site = newsroom.url ?? "https://newsroom.example/";
  const address = `${site}${embedPaths.page({ kind: "card", slug: "story" })}?theme=auto`;
  return (
    <div className="embed-guide" {...words.attributes}>
      <header className="list-head">
        <h1 className="headline headline-xl" tabIndex={-1}>
          {embedWords.plain.guide}
        </h1>
        <p className="standfirst">{plain.purpose}</p>
      </header>
      <p>
        {plain.makeFirst}{" "}
        <EditionLink className="text-link" to={addresses.embed}>
          {embedWords.plain.title}
        </EditionLink>
      </p>
      <section>
        <h2 className="headline headline-m">{plain.htmlTitle}</h2>
        <p>{plain.htmlText}</p>
        <Sample code={frameSnippet(placedAt(site, newsroom))} />
      </section>
      <section>
        <h2 className="headline headline-m">WordPress</h2>
        <p>{plain.wordpressText}</p>
        <Sample code={site + addresses.article("story")} />
        <p>{plain.htmlBlock}</p>
      </section>
      <section>
        <h2 className="headline headline-m">Ghost</h2>
        <p>{plain.ghostText}</p>
        <p>{plain.htmlBlock}</p>
      </section>
      <section>
        <h2 className="headline headline-m">React</h2>
        <p>{plain.reactText}</p>
        <Sample code={reactSample(address)} />
      </section>
      <section>
        <h2 className="headline headline-m">{embedWords.plain.codeScript}</h2>
        <p>{plain.scriptText}</p>
        <Sample code={eventsSample} />
      </section>
      <section>
        <h2 className="headline headline-m">{embedWords.plain.policy}</h2>
        <p>{plain.policyText}</p>
        <Sample code={`frame-src ${new URL(site).origin}; script-src ${site}${embedPaths.script}`} />
      </section>
      <section>
        <h2 className="headline headline-m">{plain.changesTitle}</h2>
        <p>{plain.changesText}</p>
      </section>
    </div>
  );
}

function placedAt(site: string, { name, language }: Newsroom): Placed {
  return {
    site,
    embedded: { kind: "card", slug: "story" },
    title: "…",
    newsroomName: name,
    language,
    direction: directionOf(language),
    path: addresses.article("story"),
    theme: "auto",
    height: 270,
    isLive: false,
  };
}

function Sample({ code }: { code: string }) {
  return (
    <pre className="embed-source" dir="ltr" tabIndex={0}>
      <code>{code}</code>
    </pre>
  );
}

function reactSample(address: string): string {
  return `<iframe
  src="${address}"
  title="…"
  width="100%"
  height="270"
  style={{ width: "100%", border: 0 }}
  loading="lazy"
  sandbox="${sandbox}"
/>`;
}

const eventsSample = `<script>
  document.addEventListener("dateline-size", ({ target, detail }) => {
    if (!detail.applied) moreButton.onclick = () => target.expand();
  });
</script>`;
