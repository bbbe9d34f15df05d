import type { Related } from "#edition/article-document.ts";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { sayReason } from "./say.ts";

const after = "after-also-read";

/** One story to go on to, beside a long article's text. Who reads by ear can skip it. */
export function AlsoRead({ related: { headline, reason } }: { related: Related }) {
  const words = useWords();
  return (
    <>
      <aside className="also-read no-print" aria-label={words.plain.alsoRead} lang={words.language} data-card>
        <a className="visually-hidden" href={`#${after}`}>
          {words.plain.skipAlsoRead}
        </a>
        <p className="kicker">{sayReason(reason, words)}</p>
        <p className="headline headline-xs" lang={headline.language} dir={headline.direction}>
          <EditionLink to={addresses.article(headline.slug)}>{headline.headline}</EditionLink>
        </p>
      </aside>
      <span id={after} tabIndex={-1} />
    </>
  );
}
