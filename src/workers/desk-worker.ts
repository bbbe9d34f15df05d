import type { DeskAnswer, DeskMessage, NumberedAnswer } from "#edition/desk-protocol.ts";
import { openDesk } from "./desk.ts";
import { fetchBytes, fetchCopy } from "./fetch-copy.ts";

const answer = openDesk({ fetchCopy, fetchBytes, now: () => Date.now() });
/** What is being answered, by number. */
const working = new Map<number, AbortController>();

self.addEventListener("message", ({ data: { number, request } }: MessageEvent<DeskMessage>) => {
  if (!request) {
    working.get(number)?.abort();
    return;
  }
  const work = new AbortController();
  working.set(number, work);
  const reply = (given: DeskAnswer) => {
    working.delete(number);
    self.postMessage({ number, answer: given } satisfies NumberedAnswer);
  };
  answer(request, work.signal).then(reply, (problem: unknown) => {
    reply({
      kind: "failed",
      problem: "unexpected",
      message: `Something went wrong while reading (${String(problem)}). Reload the page and try again.`,
    });
  });
});
