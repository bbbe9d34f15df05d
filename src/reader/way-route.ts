import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { digitsOf } from "#domain/newsroom.ts";
import type { Newsstand } from "./edition-source.ts";
import { manifestQuery } from "./queries.ts";
import { wayWordsQuery } from "./way-words-query.ts";

/** What a route to a further way of reading the site gets with its part of the reader: the page, and what it says. */
export function wayRoute({ site }: Newsstand, client: QueryClient, Component: ComponentType) {
  return {
    loader: async () => {
      const { newsroom } = await client.ensureQueryData(manifestQuery(await site()));
      return client.ensureQueryData(wayWordsQuery(newsroom.language, digitsOf(newsroom)));
    },
    Component,
  };
}
