import type { DeskAnswer, DeskRequest, NumberedAnswer } from "#edition/desk-protocol.ts";

const desk = new Worker(new URL("../../../src/workers/desk-worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, (answer: DeskAnswer) => void>();
let asked = 0;

desk.addEventListener("message", ({ data }: MessageEvent<NumberedAnswer>) => {
  waiting.get(data.number)?.(data.answer);
  waiting.delete(data.number);
});

function ask(request: DeskRequest): Promise<DeskAnswer> {
  asked += 1;
  desk.postMessage({ number: asked, request });
  return new Promise((answered) => waiting.set(asked, answered));
}

const opened = ask({ kind: "open-printed", base: new URL("/", location.href).href });

/** The slugs of the first ten results; with every letter that is typed completions are asked for too, as the page does. */
export async function search(text: string, isTyping: boolean): Promise<readonly string[]> {
  await opened;
  const query = { text, sort: "relevance", offset: 0, limit: 10, ...(isTyping && { isTyping }) } as const;
  const [answer] = await Promise.all([
    ask({ kind: "search", query }),
    isTyping && ask({ kind: "complete", text, caret: text.length }),
  ]);
  return answer.kind === "found" ? answer.found.hits.map(({ slug }) => slug) : [];
}
