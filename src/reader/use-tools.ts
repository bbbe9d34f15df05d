import { type ReactNode, useEffect, useState } from "react";
import type { Newsroom } from "#domain/newsroom.ts";

/** The tools that stand over the page, fetched once the app runs. Reading goes on where they do not come. */
export function useTools(newsroom: Newsroom): ReactNode {
  const [tools, setTools] = useState<ReactNode>();
  useEffect(() => {
    const open = async () => (await import("./tools/reading-tools.tsx")).openTools(newsroom);
    open().then(setTools, () => {
      document.documentElement.dataset["tools"] = "missing";
    });
  }, [newsroom]);
  return tools;
}
