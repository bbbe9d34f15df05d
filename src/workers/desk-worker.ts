import type { DeskAnswer, NumberedAnswer, NumberedRequest } from "#edition/desk-protocol.ts";
import { openDesk } from "./desk.ts";
import { fetchBytes, fetchCopy } from "./fetch-copy.ts";

const answer = openDesk({ fetchCopy, fetchBytes, now: () => Date.now() });

self.addEventListener("message", ({ data }: MessageEvent<NumberedRequest>) => {
  const reply = (given: DeskAnswer) =>
    self.postMessage({ number: data.number, answer: given } satisfies NumberedAnswer);
  answer(data.request).then(reply, (problem: unknown) => {
    reply({
      kind: "failed",
      problem: "unexpected",
      message: `Something went wrong while reading (${String(problem)}). Reload the page and try again.`,
    });
  });
});
