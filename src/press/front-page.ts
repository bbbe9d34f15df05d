import type { Newsroom } from "#domain/newsroom.ts";
import type { Front } from "#edition/front.ts";
import type { Headline } from "#edition/headline.ts";
import type { ListIndex } from "#edition/list-index.ts";

const underLeadStories = 2;
const secondaryStories = 4;
const latestStories = 11;
const storiesPerSlab = 4;
const mostSlabs = 12;

/**
 * Lays out the front page from headlines, newest first. The lead is the article that the newsroom names, else the newest
 * with a picture, else the newest. Every article stands in it once; ranks are filled from the top, so that a small edition
 * has a short page without holes.
 */
export function layOutFront(headlines: readonly Headline[], sections: ListIndex, newsroom: Newsroom): Front {
  const inLanguage = ({ language }: Headline) => language.split("-")[0] === newsroom.language.split("-")[0];
  const lead =
    headlines.find(({ slug }) => slug === newsroom.lead) ??
    headlines.find((headline) => headline.picture !== undefined && inLanguage(headline)) ??
    headlines[0];
  const left = new Set(headlines.filter((headline) => headline !== lead));
  const take = (wanted: number, prefer: (headline: Headline) => boolean = () => true): Headline[] => {
    const taken: Headline[] = [];
    for (const headline of left) if (taken.length < wanted && prefer(headline)) taken.push(headline);
    for (const headline of taken) left.delete(headline);
    return taken;
  };
  const underLead = take(underLeadStories);
  const secondaryLead = take(1, (headline) => headline.picture !== undefined);
  const secondaries = [...secondaryLead, ...take(secondaryStories - secondaryLead.length)];
  const latest = take(latestStories);
  const slabs = sections.lists.slice(0, mostSlabs).flatMap(({ slug, name }) => {
    const inSection = ({ section }: Headline) => section.slug === slug;
    const first = take(1, (headline) => inSection(headline) && headline.picture !== undefined);
    const stories = [...first, ...take(storiesPerSlab - first.length, inSection)];
    const [newest] = stories;
    return newest ? [{ section: { name, slug: newest.section.slug }, headlines: stories }] : [];
  });
  return { ...(lead && { lead }), underLead, secondaries, latest, slabs };
}
