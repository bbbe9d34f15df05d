import type { Article } from "#domain/article.ts";
import { addresses } from "#edition/paths.ts";
import { type Clock, PrintedTime } from "#ui/printed-time.tsx";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";

/** Who wrote it, where and when it was filed, how long it takes, and the way to the copy that it came from. */
export function ArticleSide({ article, minutes, clock }: { article: Article; minutes: number; clock: Clock }) {
  const words = useWords();
  const { bylines, dateline, published, updated, headlineDerived, provenance } = article;
  return (
    <div className="article-side">
      {bylines.length > 0 && (
        <p className="byline">
          <span lang={words.language}>{words.plain.by}</span>{" "}
          {bylines.map(({ name, slug, role }, at) => (
            <span key={slug}>
              {at > 0 && ", "}
              <EditionLink rel="author" className="text-link" to={addresses.list("authors", slug)}>
                {name}
              </EditionLink>
              {role && <span className="meta"> {role}</span>}
            </span>
          ))}
        </p>
      )}
      <dl className="meta facts">
        {dateline && (
          <div>
            <dt lang={words.language}>{words.plain.filedFrom}</dt>
            <dd>{dateline.printed}</dd>
          </div>
        )}
        <div>
          <dt lang={words.language}>{words.plain.published}</dt>
          <dd lang={clock.language}>
            <PrintedTime instant={published} clock={clock} />
          </dd>
        </div>
        {updated && (
          <div>
            <dt lang={words.language}>{words.plain.updated}</dt>
            <dd lang={clock.language}>
              <PrintedTime instant={updated} clock={clock} />
            </dd>
          </div>
        )}
      </dl>
      <p className="meta" lang={words.language}>
        {words.count("minutes", minutes)}
      </p>
      {headlineDerived && (
        <p className="meta" lang={words.language}>
          {words.plain.derivedHeadline}
        </p>
      )}
      {provenance.kind === "wire-text" && (
        <p className="meta no-print" lang={words.language}>
          <EditionLink className="tap text-link" to={addresses.filed(article.slug)}>
            {words.plain.viewAsFiled}
          </EditionLink>
        </p>
      )}
    </div>
  );
}
