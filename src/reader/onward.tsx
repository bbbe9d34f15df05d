import type { Named } from "#domain/article.ts";
import type { Neighbours as NeighbouringStories, Related } from "#edition/article-document.ts";
import type { Headline } from "#edition/headline.ts";
import { addresses } from "#edition/paths.ts";
import type { Clock } from "#ui/printed-time.tsx";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { RelatedStory } from "./stories.tsx";

/** What to read next, each with the reason why. */
export function RelatedPanel({ related, clock }: { related: readonly Related[]; clock: Clock }) {
  const words = useWords();
  if (related.length === 0) return null;
  return (
    <section className="slab no-print" aria-labelledby="related" data-related>
      <h2 id="related" className="slab-name" lang={words.language}>
        {words.plain.related}
      </h2>
      <ul className="related-stories">
        {related.map(({ headline, reason }) => (
          <li key={headline.id}>
            <RelatedStory story={headline} reason={reason} clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The story before and the story after this one in its section. */
export function Neighbours({
  neighbours: { previous, next },
  section,
}: {
  neighbours: NeighbouringStories;
  section: Named;
}) {
  const words = useWords();
  if (!previous && !next) return null;
  return (
    <nav
      className="neighbours no-print"
      aria-label={words.fill("moreIn", { section: section.name })}
      lang={words.language}
    >
      {previous && <Neighbour label={words.plain.earlier} story={previous} rel="prev" />}
      {next && <Neighbour label={words.plain.later} story={next} rel="next" />}
    </nav>
  );
}

function Neighbour({ label, story, rel }: { label: string; story: Headline; rel: "prev" | "next" }) {
  return (
    <EditionLink className={`neighbour neighbour-${rel}`} to={addresses.article(story.slug)} rel={rel}>
      <span className="kicker">{label}</span>{" "}
      <span className="headline headline-xs" lang={story.language} dir={story.direction}>
        {story.headline}
      </span>
    </EditionLink>
  );
}
