import type { QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { digitsOf } from "#domain/newsroom.ts";
import { manifestQuery } from "./queries.ts";
import type { LoadPage } from "./view.ts";
import { wayWordsQuery } from "./way-words-query.ts";

/** Loads what a further way of reading the site says, and shows it. */
export function loadWayPage(client: QueryClient, page: ReactNode): LoadPage {
  return async (edition) => {
    const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
    await client.ensureQueryData(wayWordsQuery(newsroom.language, digitsOf(newsroom)));
    return page;
  };
}
