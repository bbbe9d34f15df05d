import type { ReactNode } from "react";
import type { Picture } from "#domain/picture.ts";
import type { Reason } from "#edition/article-document.ts";
import type { Headline } from "#edition/headline.ts";
import { addresses } from "#edition/paths.ts";
import { Thumbnail } from "#ui/figure.tsx";
import type { PicturePlace } from "#ui/picture-places.ts";
import { type Clock, PrintedAge } from "#ui/printed-time.tsx";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { sayReason } from "./say.ts";

type StoryProps = { readonly story: Headline; readonly clock: Clock };

/** The one story that the front page leads with. */
export function LeadStory({ story, clock }: StoryProps) {
  return (
    <article className="grid gap-4" data-card>
      <StoryHeadline story={story} size="headline-splash" level={2} />
      {story.picture && <StoryPicture picture={story.picture} shape="cropped" place="frontLead" isFirst />}
      <p className="standfirst" lang={story.language} dir={story.direction}>
        {story.summary}
      </p>
      <StoryMeta story={story} clock={clock} />
    </article>
  );
}

type Pictured = StoryProps & {
  readonly place: PicturePlace;
  /** Its headline's place in the page's outline. */
  readonly level?: 2 | 3;
};

/** A story with its picture above it: the first of the secondaries, the first of a section. */
export function PicturedStory({ story, clock, place, level = 3 }: Pictured) {
  return (
    <article className="pictured-story" data-card>
      <div className="grid content-start gap-2">
        <StoryHeadline story={story} size="headline-s" level={level} />
        <Summary story={story} />
        <StoryMeta story={story} clock={clock} />
      </div>
      {story.picture && <StoryPicture picture={story.picture} shape="cropped" place={place} />}
    </article>
  );
}

/** A story told in its headline and a few lines, without a picture. */
export function BriefStory({ story, clock }: StoryProps) {
  return (
    <article className="grid content-start gap-2" data-card>
      <StoryHeadline story={story} size="headline-s" level={3} />
      <Summary story={story} />
      <StoryMeta story={story} clock={clock} />
    </article>
  );
}

/** A story as a headline and its date. */
export function StoryLine({ story, clock }: StoryProps) {
  return (
    <article className="grid content-start gap-1" data-card>
      <StoryHeadline story={story} size="headline-xs" level={3} />
      <StoryMeta story={story} clock={clock} />
    </article>
  );
}

/** A story in a long list: its headline and summary, with a small picture beside them. */
export function ListedStory({ story, clock }: StoryProps) {
  return (
    <article className="listed-story" data-card>
      <div className="grid content-start gap-2">
        <StoryHeadline story={story} size="headline-s" level={2} />
        <Summary story={story} />
        <StoryMeta story={story} clock={clock} />
      </div>
      {story.picture && <StoryPicture picture={story.picture} shape="thumb" place="thumb" />}
    </article>
  );
}

/** A related story, with the reason why it is one. */
export function RelatedStory({ story, reason, clock }: StoryProps & { readonly reason: Reason }) {
  const words = useWords();
  return (
    <article className="related-story" data-card>
      <div className="grid content-start gap-1">
        <StoryHeadline story={story} size="headline-xs" level={3} />
        <p className="kicker" lang={words.language}>
          {sayReason(reason, words)}
        </p>
        <StoryMeta story={story} clock={clock} />
      </div>
      {story.picture && <StoryPicture picture={story.picture} shape="cropped" place="related" />}
    </article>
  );
}

/** A headline is the one link of its story. `level` is its rank in the page's outline. */
export function StoryHeadline({
  story,
  size,
  level,
  children = story.headline,
}: {
  story: Headline;
  size: string;
  level: 2 | 3;
  children?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={`headline ${size}`} lang={story.language} dir={story.direction}>
      <EditionLink to={addresses.article(story.slug)}>{children}</EditionLink>
    </Heading>
  );
}

/** The kicker, or the section when there is none, and how old the story is. */
export function StoryMeta({ story, clock }: StoryProps) {
  return (
    <p className="meta flex flex-wrap gap-x-3" lang={clock.language}>
      <span className="kicker" lang={story.language}>
        {story.kicker ?? story.section.name}
      </span>
      <PrintedAge instant={story.updated ?? story.published} clock={clock} />
    </p>
  );
}

function Summary({ story }: { story: Headline }) {
  return (
    <p className="summary" lang={story.language} dir={story.direction}>
      {story.summary}
    </p>
  );
}

/** A credit travels with its picture, also where the picture is small. */
function StoryPicture({
  picture,
  shape,
  place,
  isFirst = false,
}: {
  picture: Picture;
  shape: "cropped" | "thumb";
  place: PicturePlace;
  isFirst?: boolean;
}) {
  const words = useWords();
  return (
    <div className={`story-picture story-picture-${shape}`}>
      <Thumbnail picture={picture} shape={shape} place={place} isFirst={isFirst} />
      {picture.credit && (
        <p className="micro pt-1" data-credit>
          <span className="visually-hidden" lang={words.language}>
            {words.plain.imageSource}{" "}
          </span>
          {picture.credit}
        </p>
      )}
    </div>
  );
}
