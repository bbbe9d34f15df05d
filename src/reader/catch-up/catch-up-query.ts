import { queryOptions } from "@tanstack/react-query";
import { epochOf, instantOfEpoch, monthOf } from "#domain/instant.ts";
import type { Headline } from "#edition/headline.ts";
import { type HeadlineList, olderPage } from "#edition/headline-list.ts";
import type { PageNumber } from "#edition/paths.ts";
import type { Edition } from "../edition-source.ts";
import { listIndexQuery, listQuery } from "../queries.ts";
import { isSince } from "./threads.ts";

/** More is no catching up. */
const mostStories = 400;
const day = 86_400_000;

/** What was published since a moment, and the moment; with none, in the last day of the edition. Newest first. */
export function catchUpQuery(edition: Edition, since: number | undefined) {
  return queryOptions({
    queryKey: [edition.key, "catch-up", since],
    queryFn: async ({ client }) => {
      const { lists: months } = await client.ensureQueryData(listIndexQuery(edition, "months"));
      const newest = months.reduce((latest, month) => Math.max(latest, epochOf(month.newest)), 0);
      const from = since ?? newest - day;
      const first = monthOf(instantOfEpoch(Math.max(0, from - day)));
      const stories: Headline[] = [];
      for (const { slug } of months.filter((month) => month.slug >= first)) {
        let page: PageNumber | undefined = "latest";
        while (page !== undefined && stories.length < mostStories) {
          const list: HeadlineList = await client.ensureQueryData(listQuery(edition, { kind: "months", slug, page }));
          const fresh = list.headlines.filter((headline) => isSince(headline, from));
          stories.push(...fresh);
          page = fresh.length === list.headlines.length ? olderPage(list) : undefined;
        }
      }
      return { from, stories };
    },
    retry: false,
  });
}
