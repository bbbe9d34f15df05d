import type { Desk } from "./desk.ts";
import type { SearchDesk } from "./edition-source.ts";

/** Search as a desk answers it; the desk is only hired when something is asked. */
export function searchAt(hired: () => Promise<Desk>): SearchDesk {
  return {
    open: async () => {
      await (await hired()).ask({ kind: "open-search" }, "done");
    },
    ask: async (query, signal) => (await (await hired()).ask({ kind: "search", query }, "found", signal)).found,
    complete: async (text, caret, signal) =>
      (await (await hired()).ask({ kind: "complete", text, caret }, "completed", signal)).completions,
    passages: async (slugs, words) =>
      (await (await hired()).ask({ kind: "passages", slugs, words }, "passages")).passages,
  };
}
