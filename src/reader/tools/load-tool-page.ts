import type { QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { manifestQuery } from "../queries.ts";
import type { LoadPage } from "../view.ts";
import { toolWordsQuery } from "./tool-words-query.ts";

/** Loads what the tools say, and shows a page that says it. */
export function loadToolPage(client: QueryClient, page: ReactNode): LoadPage {
  return async (edition) => {
    const { newsroom } = await client.ensureQueryData(manifestQuery(edition));
    await client.ensureQueryData(toolWordsQuery(newsroom));
    return page;
  };
}
