import type { Headline } from "#edition/headline.ts";
import type { HeadlineList } from "#edition/headline-list.ts";
import { ListedStory, PicturedStory } from "./stories.tsx";

type Props = { readonly list: HeadlineList; readonly index: number; readonly story: Headline };

/** A story of a list, the newest being the first. That of a section is shown large. */
export function StoryOfList({ list: { kind, page }, index, story }: Props) {
  if (kind !== "sections" || page !== "latest" || index > 0 || !story.picture) return <ListedStory story={story} />;
  return (
    <div className="list-lead">
      <PicturedStory story={story} place="listLead" level={2} />
    </div>
  );
}
