import { useSuspenseQuery } from "@tanstack/react-query";
import { filedBytes, filedStretches, type Provenance } from "#domain/provenance.ts";
import { filedHead } from "#edition/page-head.ts";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { PageMessage } from "./page-message.tsx";
import { articleQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { sayField } from "./say.ts";
import { spokenBy } from "./stories.tsx";
import { usePageHead } from "./use-page-head.ts";

type WireTextProvenance = Extract<Provenance, { kind: "wire-text" }>;

/** The copy exactly as it came in, each part of it named for the field that was read from it. */
export function FiledPage({ slug }: { slug: string }) {
  const words = useWords();
  const { edition, manifest } = useReading();
  const { article } = useSuspenseQuery(articleQuery(edition, slug)).data;
  const { provenance } = article;
  usePageHead(filedHead(manifest.newsroom, article, words));
  if (provenance.kind !== "wire-text")
    return <PageMessage title={words.plain.pageMissing} advice={words.plain.pageMissingAdvice} />;
  return (
    <div className="as-filed" {...words.attributes}>
      <header className="list-head">
        <p className="kicker">{words.plain.asFiled}</p>
        <h1 className="headline headline-l" tabIndex={-1} {...spokenBy(article)}>
          {article.headline}
        </h1>
        <p className="meta">
          {provenance.file} · {provenance.charset}
        </p>
        <p className="flex flex-wrap gap-3">
          <EditionLink className="control" to={addresses.article(article.slug)}>
            {words.plain.backToStory}
          </EditionLink>
          <button type="button" className="control" onClick={() => save(provenance)}>
            {words.plain.saveFile}
          </button>
        </p>
      </header>
      <section className="filed" aria-label={words.plain.asFiled} {...spokenBy(article)}>
        {filedStretches(provenance).map(({ text, field }, at) =>
          field === undefined ? (
            <span key={at} className="filed-rest">
              {text}
            </span>
          ) : (
            <span key={at} className="filed-field">
              <span className="filed-name" {...words.attributes}>
                {sayField(field, words)}
              </span>
              {text}
            </span>
          ),
        )}
      </section>
    </div>
  );
}

/** Gives the reader the file byte for byte. */
function save(provenance: WireTextProvenance): void {
  const url = URL.createObjectURL(new Blob([filedBytes(provenance)]));
  const link = document.createElement("a");
  link.href = url;
  link.download = provenance.file.split(/[\\/]/u).at(-1) ?? provenance.file;
  link.click();
  URL.revokeObjectURL(url);
}
