import type { CDPSession } from "playwright-core";

/** An event as Chromium's tracing writes it: times in microseconds. */
export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** How long the thread itself was at work, whatever else the machine did meanwhile. */
  readonly tdur?: number;
  readonly cat?: string;
  readonly args: {
    readonly frame?: string;
    readonly snapshot?: string;
    readonly data?: Readonly<Record<string, unknown>>;
  };
};

const categories = [
  "-*",
  "loading",
  "devtools.timeline",
  "blink.user_timing",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.screenshot",
];

/** What went on in the browser while something was done. */
export async function traced(session: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  await session.send("Tracing.start", {
    transferMode: "ReturnAsStream",
    traceConfig: { includedCategories: categories },
  });
  await work();
  const complete = new Promise<{ stream?: string }>((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  const { stream } = await complete;
  if (!stream) throw new Error("The browser gave no trace.");
  let text = "";
  for (let end = false; !end; ) {
    const { data, eof, base64Encoded } = await session.send("IO.read", { handle: stream, size: 1 << 20 });
    text += base64Encoded ? Buffer.from(data, "base64").toString("utf8") : data;
    end = eof;
  }
  await session.send("IO.close", { handle: stream });
  return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** The main thread of a page, from when it was asked for. */
export type PageTrace = {
  readonly events: readonly TraceEvent[];
  /** Microseconds, as are the times of events. */
  readonly start: number;
  readonly navigation: string;
  readonly tasks: readonly TraceEvent[];
};

/** The last page in the trace that was asked for at this address. */
export function pageTrace(events: readonly TraceEvent[], url: string): PageTrace {
  const start = events.findLast(
    ({ name, args }) =>
      name === "navigationStart" &&
      args.data?.["documentLoaderURL"] === url &&
      args.data["isOutermostMainFrame"] === true,
  );
  if (!start) throw new Error(`The trace has no page ${url}.`);
  const tasks = events.filter(
    ({ name, pid, tid, ts, dur }) =>
      name === "RunTask" && dur && pid === start.pid && tid === start.tid && ts >= start.ts,
  );
  return { events, start: start.ts, navigation: String(start.args.data?.["navigationId"]), tasks };
}

/** Milliseconds from when the page was asked for to the last event of this name in it. */
export function lastTime({ events, start, navigation }: PageTrace, name: string): number | undefined {
  const found = events.findLast((event) => event.name === name && event.args.data?.["navigationId"] === navigation);
  return found && (found.ts - start) / 1_000;
}

/** What the page's first script, style, layout and paint cost until then, in milliseconds of the main thread. */
export function mainThreadTime({ tasks, start }: PageTrace, until: number): number {
  return sum(tasks.filter(({ ts }) => ts <= start + until * 1_000).map(({ dur = 0, tdur = dur }) => tdur)) / 1_000;
}

/** What tasks take beyond 50 ms each, from a time on: Total Blocking Time when that is the first paint. */
export function blockingTime({ tasks, start }: PageTrace, from: number): number {
  const begin = start + from * 1_000;
  return (
    sum(
      tasks.map(({ ts, dur = 0 }) => {
        const counted = ts + dur - Math.max(ts, begin);
        return Math.max(0, counted - 50_000);
      }),
    ) / 1_000
  );
}

/** Cumulative Layout Shift: the worst five seconds of shifts that nobody caused and that follow each other within one. */
export function layoutShift({ events, start }: PageTrace): number {
  const shifts = events
    .filter(({ name, ts, args }) => name === "LayoutShift" && ts >= start && args.data?.["had_recent_input"] === false)
    .sort((one, other) => one.ts - other.ts);
  let worst = 0;
  let [first, last, score] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const { ts, args } of shifts) {
    if (ts - last > 1e6 || ts - first > 5e6) [first, score] = [ts, 0];
    score += Number(args.data?.["weighted_score_delta"] ?? args.data?.["score"] ?? 0);
    last = ts;
    worst = Math.max(worst, score);
  }
  return worst;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
