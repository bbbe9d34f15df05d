import type { Fetched } from "#wire/follow-feed.ts";

const longestWait = 20_000;
const mostBytes = 64_000_000;

/** Asks for a page of a feed over HTTP, for twenty seconds and 64 MB at most, or until it is interrupted. */
export async function fetchCopy(url: string, interrupted: AbortSignal): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      headers: { accept: "application/feed+json, application/json, */*;q=0.5", "user-agent": "Dateline (feed reader)" },
      signal: AbortSignal.any([AbortSignal.timeout(longestWait), interrupted]),
    });
    if (response.status === 410) return { kind: "gone" };
    if (!response.ok)
      return {
        kind: "unreachable",
        found: `not to be had: the server answered ${response.status} ${response.statusText}`.trim(),
      };
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > mostBytes) return { kind: "unreachable", found: `larger than ${mostBytes / 1_000_000} MB` };
      chunks.push(chunk);
    }
    return { kind: "copy", bytes: Buffer.concat(chunks) };
  } catch (problem) {
    return { kind: "unreachable", found: `unreachable (${reasonOf(problem)})` };
  }
}

function reasonOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  if (problem.name === "TimeoutError") return `no answer in ${longestWait / 1000} seconds`;
  const { cause } = problem;
  if (!(cause instanceof Error)) return problem.message;
  return "code" in cause ? String(cause.code) : cause.message;
}
