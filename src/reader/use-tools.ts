import { type ReactNode, useEffect, useState } from "react";
import type { Reading } from "./reading.ts";

/** The tools that stand over the page, fetched once the app runs. Reading goes on where they do not come. */
export function useTools({ edition, manifest }: Reading): ReactNode {
  const [tools, setTools] = useState<ReactNode>();
  useEffect(() => {
    const open = async () => (await import("./tools/reading-tools.tsx")).openTools({ edition, manifest });
    open().then(setTools, () => {
      document.documentElement.dataset["tools"] = "missing";
    });
  }, [edition, manifest]);
  return tools;
}
