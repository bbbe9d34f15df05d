import type { Byline } from "#domain/article.ts";
import { slugOf } from "#domain/slug.ts";
import { inOrdinaryLetters } from "./dateline.ts";
import { plain } from "./plain.ts";

const name = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const particle = "(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|bin|ibn|al|el|ul|ur|e|y|zu)";
const person = `${name}(?: (?:${name}|${particle})){0,4}`;
const oneOrTwo = new RegExp(`^B[Yy] (${person})(?: and (${person}))?((?:, [^,]{2,60}){0,3})(?: =)?$`, "u");
const many = new RegExp(`^B[Yy] ((?:${person}, ){1,8}${person},? and ${person})(?: =)?$`, "u");
/** Words that tell an employer or a job from a person: "By Jane Doe, Science and Health Editor". */
const job =
  /\b(?:press|news|writers?|editors?|reporters?|correspondents?|staff|bureau|desk|service|agency|columnist)\b/iu;

/** Reads "By Ada Lane, Harbour Correspondent", "By Ada Lane and Ben Roe" and "By Ada Lane, Ben Roe and Cy Dahl =". */
export function readByline(line: string): readonly Byline[] | undefined {
  if (line.length > 200) return undefined;
  const text = line.replaceAll("\u00a0", " ");
  const list = many.exec(text)?.[1];
  if (list !== undefined && !job.test(list)) {
    const names = list.split(/, (?:and )?| and /u);
    if (names.every((one) => one.includes(" "))) return names.flatMap((one) => bylineOf(one, undefined));
  }
  const match = oneOrTwo.exec(text);
  if (!match) return undefined;
  const [, first = "", second, jobs = ""] = match;
  const role = jobs === "" ? undefined : plain(jobs.slice(2));
  return [first, ...(second === undefined ? [] : [second])].flatMap((one) => bylineOf(one, role));
}

function bylineOf(printed: string, role: string | undefined): readonly Byline[] {
  const called = inOrdinaryLetters(printed);
  const slug = slugOf(called);
  return slug ? [{ name: called, slug, ...(role && { role }) }] : [];
}
