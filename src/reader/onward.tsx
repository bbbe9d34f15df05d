import type { Named } from "#domain/article.ts";
import type { Neighbours as NeighbouringStories, Related } from "#edition/article-document.ts";
import type { Headline } from "#edition/headline.ts";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { RelatedStory, spokenBy } from "./stories.tsx";

type RelatedPanelProps = { readonly related: readonly Related[]; readonly section: Named };

/** What to read next, each with the reason why. Pictures only when every story has one, so that the row is even. */
export function RelatedPanel({ related, section }: RelatedPanelProps) {
  const words = useWords();
  if (related.length === 0) return null;
  const haveAllPictures = related.every(({ headline }) => headline.picture);
  return (
    <section className="slab far-below no-print" aria-labelledby="related" data-related {...words.attributes}>
      <h2 id="related" className="slab-name">
        {words.plain.related}
      </h2>
      <ul className="related-stories">
        {related.map(({ headline, reason }) => (
          <li key={headline.id}>
            <RelatedStory story={headline} reason={reason} section={section.slug} hasPicture={haveAllPictures} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type NeighboursProps = { readonly neighbours: NeighbouringStories; readonly section: Named };

/** The story before and the story after this one in its section. */
export function Neighbours({ neighbours: { previous, next }, section }: NeighboursProps) {
  const words = useWords();
  if (!previous && !next) return null;
  const label = words.fill("moreIn", { section: section.name });
  return (
    <nav className="neighbours far-below no-print" aria-label={label} {...words.attributes}>
      {previous && <Neighbour label={words.plain.earlier} story={previous} rel="prev" />}
      {next && <Neighbour label={words.plain.later} story={next} rel="next" />}
    </nav>
  );
}

function Neighbour({ label, story, rel }: { label: string; story: Headline; rel: "prev" | "next" }) {
  return (
    <EditionLink className={`neighbour neighbour-${rel}`} to={addresses.article(story.slug)} rel={rel}>
      <span className="kicker">{label}</span>{" "}
      <span className="headline headline-xs">
        <span {...spokenBy(story)}>{story.headline}</span>
      </span>
    </EditionLink>
  );
}
