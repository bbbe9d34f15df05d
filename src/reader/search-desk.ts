import type { Desk } from "./desk.ts";
import type { SearchDesk } from "./edition-source.ts";

/** Search as a desk answers it; the desk is only hired when something is asked. */
export function searchAt(hired: () => Promise<Desk>): SearchDesk {
  return {
    open: async () => {
      await (await hired()).ask({ kind: "open-search" }, "done");
    },
    ask: async (query) => (await (await hired()).ask({ kind: "search", query }, "found")).found,
    complete: async (text, caret) =>
      (await (await hired()).ask({ kind: "complete", text, caret }, "completed")).completions,
    passages: async (slugs, words) =>
      (await (await hired()).ask({ kind: "passages", slugs, words }, "passages")).passages,
  };
}
