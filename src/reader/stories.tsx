import type { ReactNode } from "react";
import type { Picture } from "#domain/picture.ts";
import type { Reason } from "#edition/article-document.ts";
import type { Headline } from "#edition/headline.ts";
import { addresses } from "#edition/paths.ts";
import { Thumbnail } from "#ui/figure.tsx";
import type { PicturePlace } from "#ui/picture-places.ts";
import { PrintedAge } from "#ui/printed-time.tsx";
import { EditionLink } from "./edition-link.tsx";
import { useFrame, useWords } from "./frame-context.ts";
import { useReading } from "./reading.ts";
import { useMarks, versionOf } from "./reading-marks.ts";
import { NewsroomsOwn, Said } from "./said.tsx";
import { SaveButton } from "./save-button.tsx";
import { sayReason } from "./say.ts";

type StoryProps = { readonly story: Headline };
type HeadlineSize = "splash" | "m" | "s" | "xs";
/** A headline's rank in the outline of its page. */
type Level = 2 | 3;

/** The one story that the front page leads with. */
export function LeadStory({ story }: StoryProps) {
  return (
    <article className="grid gap-4" {...spokenBy(story)} data-card>
      <StoryHeadline story={story} size="splash" level={2} />
      {story.picture && <StoryPicture picture={story.picture} place="frontLead" isFirst />}
      <p className="standfirst">{story.summary}</p>
      <StoryMeta story={story} />
    </article>
  );
}

type Pictured = StoryProps & { readonly place: PicturePlace; readonly level?: Level };

/** A story with its picture above it: the first of the secondaries, the first of a section. */
export function PicturedStory({ story, place, level = 3 }: Pictured) {
  return (
    <article className="pictured-story" data-card>
      <div className="story-words" {...spokenBy(story)}>
        <StoryHeadline story={story} size="s" level={level} />
        <p className="summary">{story.summary}</p>
        <StoryMeta story={story} />
      </div>
      {story.picture && <StoryPicture picture={story.picture} place={place} />}
    </article>
  );
}

/** A story told in its headline and a few lines, without a picture. */
export function BriefStory({ story }: StoryProps) {
  return (
    <article className="story-words" {...spokenBy(story)} data-card>
      <StoryHeadline story={story} size="s" level={3} />
      <p className="summary">{story.summary}</p>
      <StoryMeta story={story} />
    </article>
  );
}

/** A story as a headline and its date. */
export function StoryLine({ story }: StoryProps) {
  return (
    <article className="story-words" {...spokenBy(story)} data-card>
      <StoryHeadline story={story} size="xs" level={3} />
      <StoryMeta story={story} />
    </article>
  );
}

/** A story in a long list: its headline and summary, with a small picture beside them. Its credit has room below the words. */
export function ListedStory({ story }: StoryProps) {
  return (
    <article className="listed-story" data-card>
      <div className="story-words" {...spokenBy(story)}>
        <StoryHeadline story={story} size="s" level={2} />
        <p className="summary">{story.summary}</p>
        <div className="story-foot">
          <StoryMeta story={story} />
          {!useReading().edition.opened && <SaveButton slug={story.slug} />}
        </div>
        {story.picture && <PictureCredit picture={story.picture} />}
      </div>
      {story.picture && (
        <div className="story-thumb">
          <Thumbnail picture={story.picture} shape="thumb" place="thumb" />
        </div>
      )}
    </article>
  );
}

type RelatedStoryProps = StoryProps & {
  readonly reason: Reason;
  /** The section of the story that it is related to, which need not be said again. */
  readonly section: string;
  readonly hasPicture: boolean;
};

/** A related story, with the reason why it is one. */
export function RelatedStory({ story, reason, section, hasPicture }: RelatedStoryProps) {
  const { words, clock } = useFrame();
  return (
    <article className="related-story" data-card>
      <div className="story-words" {...spokenBy(story)}>
        <StoryHeadline story={story} size="xs" level={3} />
        <p className="kicker" {...words.attributes}>
          {sayReason(reason, words)}
        </p>
        <p className="meta story-meta">
          {story.section.slug !== section && <SectionName story={story} />}{" "}
          <PrintedAge instant={story.published} clock={clock} />
        </p>
      </div>
      {hasPicture && story.picture && <StoryPicture picture={story.picture} place="related" />}
    </article>
  );
}

/** What a story's headline and the line below it show. */
type Told = { readonly story: Pick<Headline, "slug" | "headline" | "kicker" | "section" | "published" | "language"> };

type StoryHeadlineProps = Told & {
  readonly size: HeadlineSize;
  readonly level: Level;
  readonly children?: ReactNode;
};

/** A headline is the one link of its story. */
export function StoryHeadline({ story, size, level, children = story.headline }: StoryHeadlineProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={`headline headline-${size}`}>
      <EditionLink to={addresses.article(story.slug)}>{children}</EditionLink>
    </Heading>
  );
}

/** The kicker, or the section when there is none, and how old the story is. */
function StoryMeta({ story }: Told) {
  const { clock } = useFrame();
  return (
    <p className="meta story-meta">
      <span className="kicker">{story.kicker ?? <SectionName story={story} />}</span>{" "}
      <PrintedAge instant={story.published} clock={clock} /> <ReadMark story={story} />
    </p>
  );
}

/** Whether the story was read, or has been changed since. */
function ReadMark({ story }: { story: Pick<Headline, "slug" | "published" | "updated"> }) {
  const { plain } = useWords();
  const version = useMarks().read.get(story.slug);
  if (version === undefined) return null;
  if (version === versionOf(story)) return <Said>{plain.wasRead}</Said>;
  // What is found by searching does not say when it was changed.
  return story.updated ? <Said>{plain.updated}</Said> : null;
}

/** Sections are named in the language of the newsroom, whatever that of the story. */
function SectionName({ story }: Told) {
  const { language } = useFrame().clock;
  return story.language === language ? story.section.name : <NewsroomsOwn>{story.section.name}</NewsroomsOwn>;
}

/** What an element has that holds a story's own words. */
export function spokenBy({ language, direction }: Pick<Headline, "language" | "direction">) {
  return { lang: language, dir: direction };
}

type StoryPictureProps = { readonly picture: Picture; readonly place: PicturePlace; readonly isFirst?: boolean };

/** A credit travels with its picture, also where the picture is small. */
function StoryPicture({ picture, place, isFirst = false }: StoryPictureProps) {
  return (
    <div className="story-picture">
      <Thumbnail picture={picture} shape="cropped" place={place} isFirst={isFirst} />
      <PictureCredit picture={picture} />
    </div>
  );
}

function PictureCredit({ picture: { credit } }: { picture: Picture }) {
  const { plain } = useWords();
  if (!credit) return null;
  return (
    <p className="micro pt-1" data-credit>
      <span className="visually-hidden">
        <Said>{plain.imageSource}</Said>{" "}
      </span>
      {credit}
    </p>
  );
}
