import type { Related } from "#edition/article-document.ts";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { Said } from "./said.tsx";
import { sayReason } from "./say.ts";
import { spokenBy } from "./stories.tsx";

const after = "after-also-read";

/** One story to go on to, beside a long article's text. Who reads by ear can skip it. */
export function AlsoRead({ related: { headline, reason } }: { related: Related }) {
  const words = useWords();
  return (
    <>
      <aside className="also-read no-print" aria-label={words.plain.alsoRead} data-card>
        <a className="visually-hidden" href={`#${after}`} {...words.attributes}>
          {words.plain.skipAlsoRead}
        </a>
        <p className="kicker">
          <Said>{sayReason(reason, words)}</Said>
        </p>
        <p className="headline headline-xs">
          <EditionLink to={addresses.article(headline.slug)} {...spokenBy(headline)}>
            {headline.headline}
          </EditionLink>
        </p>
      </aside>
      <span id={after} tabIndex={-1} />
    </>
  );
}
