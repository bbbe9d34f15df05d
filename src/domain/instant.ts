/**
 * A point in time as exactly as the copy gave it, in ISO 8601.
 * "2025-05-28" has day precision and is never shown with a time; "2025-05-28T09:30:00+05:00" has second precision.
 */
export type Instant = string & { readonly __brand: "Instant" };

const isoInstant =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads an ISO 8601 date or date-time (a time without an offset counts as UTC). Undefined for anything else, "2025-02-30" included. */
export function parseInstant(text: string): Instant | undefined {
  const match = isoInstant.exec(text.trim());
  if (!match) return undefined;
  const [, year = "", month = "", day = "", hour, minute = "", second = "00", offset = "Z"] = match;
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day)) return undefined;
  if (hour === undefined) return `${year}-${month}-${day}` as Instant;
  const zone = /^z$/i.test(offset) ? "Z" : `${offset.slice(0, 3)}:${offset.length > 3 ? offset.slice(-2) : "00"}`;
  // A leap second, which ISO 8601 knows and JavaScript does not, is shown as the second before it.
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second === "60" ? "59" : second}${zone}`;
  return Number.isNaN(Date.parse(instant)) ? undefined : (instant as Instant);
}

export function instantOfEpoch(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z` as Instant;
}

export function hasTime(instant: Instant): boolean {
  return instant.length > 10;
}

/** Milliseconds since 1970. A day counts as its noon in UTC, which is that same day in nearly every time zone. */
export function epochOf(instant: Instant): number {
  return Date.parse(hasTime(instant) ? instant : `${instant}T12:00:00Z`);
}

/** The day as printed in the copy's own offset: "2025-05-28". */
export function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

/** The month as printed in the copy's own offset: "2025-05". */
export function monthOf(instant: Instant): string {
  return instant.slice(0, 7);
}
