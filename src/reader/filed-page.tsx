import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { filedBytes, filedStretches, type Provenance } from "#domain/provenance.ts";
import { filedHead } from "#edition/page-head.ts";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { PageMessage } from "./page-message.tsx";
import { articleQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { usePageHead } from "./use-page-head.ts";
import { interfaceLanguage, pageMissing, sayField, words } from "./words.ts";

type WireTextProvenance = Extract<Provenance, { kind: "wire-text" }>;

/** The copy exactly as it came in, each part of it named for the field that was read from it. */
export function FiledPage() {
  const { edition, manifest } = useReading();
  const { article } = useSuspenseQuery(articleQuery(edition, useParams()["slug"] ?? "")).data;
  const { provenance } = article;
  usePageHead(filedHead(manifest.newsroom, article));
  if (provenance.kind !== "wire-text") return <PageMessage title={pageMissing.title} advice={pageMissing.advice} />;
  return (
    <div className="as-filed" lang={interfaceLanguage}>
      <header className="list-head">
        <p className="kicker">{words.asFiledTitle}</p>
        <h1 className="headline headline-l" tabIndex={-1} lang={article.language} dir={article.direction}>
          {article.headline}
        </h1>
        <p className="meta">
          {provenance.file} · {provenance.charset}
        </p>
        <p className="flex flex-wrap gap-3">
          <EditionLink className="control" to={addresses.article(article.slug)}>
            {words.backToStory}
          </EditionLink>
          <button type="button" className="control" onClick={() => save(provenance)}>
            {words.saveFiled}
          </button>
        </p>
      </header>
      <section className="filed" aria-label={words.asFiledTitle} lang={article.language} dir={article.direction}>
        {filedStretches(provenance).map(({ text, field }, at) =>
          field === undefined ? (
            <span key={at} className="filed-rest">
              {text}
            </span>
          ) : (
            <span key={at} className="filed-field">
              <span className="filed-name" lang={interfaceLanguage}>
                {sayField(field)}
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
