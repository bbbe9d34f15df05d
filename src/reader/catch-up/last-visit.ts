/** When the reader was last here before this visit, and when in it, in milliseconds since 1970. */
type Moments = { readonly since?: number; readonly latest?: number };

const key = "dateline-visits";
/** Who was away for longer comes anew. */
const longestPause = 30 * 60_000;

/** Nothing where storage is denied or holds something else. */
function stored(): Moments {
  try {
    const { since, latest } = (JSON.parse(localStorage.getItem(key) ?? "{}") ?? {}) as Moments;
    return { ...(typeof since === "number" && { since }), ...(typeof latest === "number" && { latest }) };
  } catch {
    return {};
  }
}

function store(moments: Moments): void {
  try {
    localStorage.setItem(key, JSON.stringify(moments));
  } catch {
    // Then every visit is the first.
  }
}

/** Notes that a page is being read. */
export function noteMoment(now: number): void {
  const { since, latest } = stored();
  const before = latest !== undefined && now - latest > longestPause ? latest : since;
  store({ ...(before !== undefined && { since: before }), latest: now });
}

/** When the visit before this one ended; undefined on the first. A clock that was put back says nothing. */
export function lastVisit(now: number): number | undefined {
  const { since } = stored();
  return since !== undefined && since <= now ? since : undefined;
}

/** Has the reader caught up until now. */
export function noteCaughtUp(now: number): void {
  store({ since: now, latest: now });
}
