import { type Instant, parseInstant } from "#domain/instant.ts";
import { parseFiledDate } from "./dateline.ts";

const publishedIn = /^Published in .{2,60}, (\p{Lu}\p{L}+ \d{1,2}(?:st|nd|rd|th)?,? \d{4})\.?$/u;
const transmitted = /^(\d{2})(\d{2})(\d{2}) (?:GMT|UTC) (\p{Lu}\p{L}{2}) (\d{4}|\d{2})$/u;
const aboutTheWriter = /^The writers? (?:is|are|was|were) .{3,400}$/u;
const address = /^(?:E-?mail: ?)?[\w.+-]+@[\w.-]+\.\w+$/iu;
const end = /^(?:___+|# ?Notebook|[-–—]+ ?(?:END|ENDS) ?[-–—]*|-30-|###)$/u;

/** A line after which nothing belongs to the story: "___", "# Notebook", "-ENDS-". */
export function endsStory(line: string): boolean {
  return line.length < 40 && end.test(line);
}

/** A line below a story that says where, when or by whom it was published, and is no part of it. */
export function isTrailer(line: string): boolean {
  return line.length < 420 && [publishedIn, transmitted, aboutTheWriter, address].some((form) => form.test(line));
}

/** "Published in Dawn, May 29th, 2025", "281030 GMT May 25": when a story was published or sent. */
export function trailerDate(line: string): Instant | undefined {
  const day = publishedIn.exec(line)?.[1];
  if (day !== undefined) return parseFiledDate(day);
  const match = transmitted.exec(line);
  if (!match) return undefined;
  const [, date, hour, minute, month, year = ""] = match;
  const filed = parseFiledDate(`${date} ${month} ${year.length === 2 ? `20${year}` : year}`);
  return filed && parseInstant(`${filed}T${hour}:${minute}:00Z`);
}
