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

/** The slugs of the first ten results. */
export async function search(text: string): Promise<readonly string[]> {
  await opened;
  const answer = await ask({ kind: "search", query: { text, sort: "relevance", offset: 0, limit: 10 } });
  return answer.kind === "found" ? answer.found.hits.map(({ slug }) => slug) : [];
}
