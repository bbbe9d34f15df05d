import { dirname, join, resolve } from "node:path";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { nearestOf } from "#domain/nearest.ts";
import { slugOf } from "#domain/slug.ts";
import { isWebAddress } from "#domain/web-address.ts";
import type { Edition } from "#press/press.ts";
import type { Gathered } from "./gather-copy.ts";

/** What is only seen when the newsroom's settings and its copy are read together. */
export function notesOnSettings(gathered: Gathered, edition: Edition): readonly CopyProblem[] {
  const { settings } = gathered;
  return settings === undefined
    ? []
    : [...notesOnLead(settings, gathered, edition), ...notesOnLive(settings, gathered)];
}

/** An article that is held back may be meant to lead later. */
function notesOnLead(file: string, { newsroom: { lead } }: Gathered, { articles, held }: Edition): CopyProblem[] {
  if (lead === undefined || articles.length === 0 || [...articles, ...held].some(({ slug }) => slug === lead))
    return [];
  const slugs = articles.map(({ slug }) => slug);
  const nearest = nearestOf(slugOf(lead) ?? lead, slugs);
  return [
    {
      file,
      field: "lead",
      found: `"${lead}", which no article has as its slug`,
      expected:
        nearest === undefined ? "the slug of an article, which ends its page's address" : `"${nearest}", perhaps`,
      mend: "The newest article with a picture leads the front page instead.",
    },
  ];
}

/** A feed that is itself the copy leaves nothing to choose. */
function notesOnLive(file: string, { newsroom: { live }, files }: Gathered): CopyProblem[] {
  if (live === undefined || files.length === 0) return [];
  const feed = isWebAddress(live) ? live : resolve(join(dirname(file), live));
  if (files.some((one) => (isWebAddress(one) ? one : resolve(one)) === feed)) return [];
  return [
    {
      file,
      field: "live",
      found: `"${live}", beside copy to press`,
      expected: "one of the two",
      mend: "The copy counts, and the feed is not read: take “live” out of the settings, or press them without copy.",
    },
  ];
}
