import type { DeskAnswer, DeskMessage, DeskRequest, NumberedAnswer } from "#edition/desk-protocol.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import address from "../workers/desk-worker.ts?worker&url";
import { SpikedCopy } from "./spiked-copy.ts";
import { trustedScript } from "./trusted-script.ts";

/** The page's end of a desk worker. */
export type Desk = {
  /**
   * Asks, and gives the answer of the kind that is expected. Throws SpikedCopy or EditionProblem when it cannot be had, and the
   * signal's reason once it says that the answer is not wanted any more.
   */
  readonly ask: <Kind extends DeskAnswer["kind"]>(
    request: DeskRequest,
    kind: Kind,
    signal?: AbortSignal,
  ) => Promise<Extract<DeskAnswer, { kind: Kind }>>;
  /** Ends the worker; what it was asked for and has not answered is never answered. */
  readonly dismiss: () => void;
};

/** Starts a desk worker. */
export function hireDesk(): Desk {
  const worker = new Worker(trustedScript(address), { type: "module", name: "desk" });
  const waiting = new Map<number, (answer: DeskAnswer) => void>();
  let number = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<NumberedAnswer>) => {
    waiting.get(data.number)?.(data.answer);
    waiting.delete(data.number);
  });
  worker.addEventListener("error", () => {
    // A script that does not come although there is a connection went with an older deployment of the site.
    const problem = navigator.onLine ? "too-new" : "unreachable";
    for (const reply of waiting.values())
      reply({ kind: "failed", problem, message: "A part of this page could not be started. Reload the page." });
    waiting.clear();
  });
  const answer = (request: DeskRequest, signal?: AbortSignal) =>
    new Promise<DeskAnswer>((reply, drop) => {
      number += 1;
      const own = number;
      waiting.set(own, reply);
      worker.postMessage({ number: own, request } satisfies DeskMessage);
      signal?.addEventListener("abort", () => {
        if (waiting.delete(own)) worker.postMessage({ number: own } satisfies DeskMessage);
        drop(signal.reason);
      });
    });
  return deskOf(answer, () => worker.terminate());
}

/** A desk out of whatever answers requests. */
export function deskOf(
  answer: (request: DeskRequest, signal?: AbortSignal) => Promise<DeskAnswer>,
  dismiss: () => void,
): Desk {
  return {
    dismiss,
    ask: async (request, kind, signal) => {
      const given = await answer(request, signal);
      if (given.kind === kind) return given as Extract<DeskAnswer, { kind: typeof kind }>;
      if (given.kind === "spiked") throw new SpikedCopy(given.problems);
      if (given.kind !== "failed") throw new Error(`The desk answered ${given.kind}.`);
      if (given.problem === "unexpected") throw new Error(given.message);
      throw new EditionProblem(given.problem, request.kind, given.message);
    },
  };
}
