import { useSuspenseQuery } from "@tanstack/react-query";
import type { Front } from "#edition/front.ts";
import { frontHead } from "#edition/page-head.ts";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { frontQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { BriefStory, LeadStory, PicturedStory, StoryLine } from "./stories.tsx";
import { usePageHead } from "./use-page-head.ts";

export function FrontPage() {
  const words = useWords();
  const { edition, manifest } = useReading();
  const { data: front } = useSuspenseQuery(frontQuery(edition));
  usePageHead(frontHead(manifest.newsroom));
  const { lead, underLead, secondaries, latest, slabs } = front;
  return (
    <>
      <h1 className="visually-hidden" tabIndex={-1}>
        {manifest.newsroom.name}
      </h1>
      {!lead && (
        <p className="standfirst" {...words.attributes}>
          {words.plain.noArticles}
        </p>
      )}
      <div className="front-top">
        {lead && (
          <div className="front-lead">
            <LeadStory story={lead} />
            {underLead.length > 0 && (
              <ul className="under-lead">
                {underLead.map((story) => (
                  <li key={story.id}>
                    <BriefStory story={story} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        {secondaries.length > 0 && (
          <ul className="ruled-stories">
            {secondaries.map((story, rank) => (
              <li key={story.id}>
                {rank === 0 ? <PicturedOrBrief story={story} place="secondary" /> : <BriefStory story={story} />}
              </li>
            ))}
          </ul>
        )}
        {latest.length > 0 && (
          <section className="front-latest" aria-labelledby="latest">
            <h2 id="latest" className="slab-name" {...words.attributes}>
              {words.plain.latest}
            </h2>
            <ol className="ruled-stories">
              {latest.map((story) => (
                <li key={story.id}>
                  <StoryLine story={story} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
      {slabs.map((slab) => (
        <Slab key={slab.section.slug} slab={slab} />
      ))}
    </>
  );
}

function Slab({ slab: { section, headlines } }: { slab: Front["slabs"][number] }) {
  const [first, ...rest] = headlines;
  return (
    <section className="slab far-below" aria-labelledby={`slab-${section.slug}`}>
      <h2 id={`slab-${section.slug}`} className="slab-name">
        <EditionLink to={addresses.list("sections", section.slug)}>{section.name}</EditionLink>
      </h2>
      <ul className="slab-stories">
        {first && (
          <li className="slab-first">
            <PicturedOrBrief story={first} place="slab" />
          </li>
        )}
        {rest.map((story) => (
          <li key={story.id}>
            <StoryLine story={story} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PicturedOrBrief({ story, place }: Parameters<typeof PicturedStory>[0]) {
  return story.picture ? <PicturedStory story={story} place={place} /> : <BriefStory story={story} />;
}
