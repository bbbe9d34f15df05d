import { isWebAddress } from "./web-address.ts";

/**
 * Why a piece of copy was spiked, or what was mended in it, addressed to the person who made it.
 * Printed as: `spiked  <file>  <field> was <found>; expected <expected>. <mend>`
 */
export type CopyProblem = {
  /** The file or feed URL as the person named it. */
  readonly file: string;
  /** Which part of it, in the copy's own terms: "items[3].date_published", "line 12". Absent when it is the whole file or feed. */
  readonly field?: string;
  /** What stood there, quoted or described: `"yesterday"`, "nothing", "a ZIP archive". */
  readonly found: string;
  readonly expected: string;
  /** One sentence that says how to mend it. */
  readonly mend: string;
};

/** One plain sentence pair, without the file's name: `items[3].date_published was "yesterday"; expected an ISO 8601 date. Write ...` */
export function sayProblem({ file, field, found, expected, mend }: CopyProblem): string {
  return `${field ?? (isWebAddress(file) ? "the feed" : "the file")} was ${found}; expected ${expected}. ${mend}`;
}
