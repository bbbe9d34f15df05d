import { useSuspenseQuery } from "@tanstack/react-query";
import type { Front } from "#edition/front.ts";
import { frontHead } from "#edition/page-head.ts";
import { addresses } from "#edition/paths.ts";
import type { Clock } from "#ui/printed-time.tsx";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { frontQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { BriefStory, LeadStory, PicturedStory, StoryLine } from "./stories.tsx";
import { usePageHead } from "./use-page-head.ts";

export function FrontPage() {
  const words = useWords();
  const { edition, manifest, clock } = useReading();
  const { data: front } = useSuspenseQuery(frontQuery(edition));
  usePageHead(frontHead(manifest.newsroom));
  const { lead, underLead, secondaries, latest, slabs } = front;
  return (
    <>
      <h1 className="visually-hidden" tabIndex={-1}>
        {manifest.newsroom.name}
      </h1>
      {!lead && <p className="standfirst">{words.plain.noArticles}</p>}
      <div className="front-top">
        {lead && (
          <div className="front-lead">
            <LeadStory story={lead} clock={clock} />
            {underLead.length > 0 && (
              <ul className="under-lead">
                {underLead.map((story) => (
                  <li key={story.id}>
                    <BriefStory story={story} clock={clock} />
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
                {rank === 0 ? (
                  <PicturedOrBrief story={story} clock={clock} place="secondary" />
                ) : (
                  <BriefStory story={story} clock={clock} />
                )}
              </li>
            ))}
          </ul>
        )}
        {latest.length > 0 && (
          <section className="front-latest" aria-labelledby="latest">
            <h2 id="latest" className="slab-name">
              {words.plain.latest}
            </h2>
            <ol className="ruled-stories">
              {latest.map((story) => (
                <li key={story.id}>
                  <StoryLine story={story} clock={clock} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
      {slabs.map((slab) => (
        <Slab key={slab.section.slug} slab={slab} clock={clock} />
      ))}
    </>
  );
}

function Slab({ slab: { section, headlines }, clock }: { slab: Front["slabs"][number]; clock: Clock }) {
  const [first, ...rest] = headlines;
  return (
    <section className="slab" aria-labelledby={`slab-${section.slug}`}>
      <h2 id={`slab-${section.slug}`} className="slab-name">
        <EditionLink to={addresses.list("sections", section.slug)}>{section.name}</EditionLink>
      </h2>
      <ul className="slab-stories">
        {first && (
          <li className="slab-first">
            <PicturedOrBrief story={first} clock={clock} place="slab" />
          </li>
        )}
        {rest.map((story) => (
          <li key={story.id}>
            <StoryLine story={story} clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PicturedOrBrief({ story, clock, place }: Parameters<typeof PicturedStory>[0]) {
  return story.picture ? (
    <PicturedStory story={story} clock={clock} place={place} />
  ) : (
    <BriefStory story={story} clock={clock} />
  );
}
