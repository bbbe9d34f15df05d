import { firstSentence } from "#domain/first-sentence.ts";
import { shortened } from "#domain/shorten.ts";
import { plain } from "./plain.ts";

const longest = 110;
const shortest = 45;

/**
 * A headline for copy that has none: its first sentence, without what stands in brackets. When that is longer than
 * 110 characters it is shortened as an editor would, step by step until it fits: the source at the end goes, the aside
 * after the subject, the day of the week, a name after an office; then the sentence is cut at a clause, or else at a word,
 * with an ellipsis.
 */
export function derivedHeadline(paragraph: string): string {
  const sentence = plain(firstSentence(paragraph.slice(0, 2_000)));
  let headline = sentence.replace(/ ?\([^()]*\)/gu, "").replace(/[.。۔।]$/u, "") || sentence;
  for (const shorter of [withoutSource, withoutAside, withoutDay, withoutNameAfterOffice, cutAtClause]) {
    if (headline.length <= longest) return headline;
    headline = shorter(headline);
  }
  return shortened(headline, longest);
}

/** "…, the ministry said in a statement." */
function withoutSource(sentence: string): string {
  return sentence.replace(
    /, (?:[^,]{2,80} (?:said|says|told|announced|reported|confirmed)\b[^,]{0,60}|according to [^,]{2,80})$/u,
    "",
  );
}

/** "The minister, a former judge, said …" */
function withoutAside(sentence: string): string {
  return sentence.replace(/^([^,]{8,70}), (?:an? |the |who |which )[^,]{3,80}, /u, "$1 ");
}

function withoutDay(sentence: string): string {
  return sentence.replace(
    /,? (?:(?:late |early )?on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?$/u,
    "",
  );
}

const capitalised = "\\p{Lu}[\\p{L}\\p{M}'’-]*";
const office =
  "(?:Minister|President|Secretary|Chief|Ambassador|Governor|Commander|Director|Chair(?:man|woman)?|Speaker|Head)";
const rank =
  "(?:Field Marshal|Air (?:Chief |Vice )?Marshal|General|Gen\\.|Colonel|Col\\.|Major|Maj\\.|Brigadier|Lieutenant|Lt\\.|Captain|Capt\\.|Admiral|Commodore|Senator|Sen\\.|Professor|Dr\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Sir)";
const nameAfterOffice = new RegExp(
  `(\\b${office}(?: (?:of|for|to|the|and|${capitalised})){0,8}?) ${rank}(?: ${rank})*(?: ${capitalised}){1,6}`,
  "gu",
);

/** "Minister of Fisheries Dr Ada Lane Roe" */
function withoutNameAfterOffice(sentence: string): string {
  return sentence.replace(nameAfterOffice, "$1");
}

const clause =
  /[,;](?= )| [–—] | (?:after|as|while|when|before|because|although|which|who|but|amid|during|where|until|despite|following) /gu;
const phrase = / (?:in|on|at|near|from|for|with) /gu;
/** What a sentence that was cut must not end in. */
const dangling =
  /(?:[\s,;:–—-]| (?:an?|the|and|or|of|its|his|her|their|along|about|under|over|between|in|on|at|by|to|from|for|with|as|is|are|was|were|be|been|has|have|had|will|would|said|that|than|more|less|such|not))$/iu;

function cutAtClause(sentence: string): string {
  const end = lastBoundary(sentence, clause) ?? lastBoundary(sentence, phrase);
  let headline = sentence.slice(0, end);
  while (end !== undefined && dangling.test(headline)) headline = headline.replace(dangling, "");
  return headline;
}

/** The last place to cut at that leaves enough, and no quotation open. */
function lastBoundary(sentence: string, boundary: RegExp): number | undefined {
  const fits = [...sentence.matchAll(boundary)].filter(
    ({ index }) => index >= shortest && index <= longest && isClosed(sentence.slice(0, index)),
  );
  return fits.at(-1)?.index;
}

function isClosed(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1;
  return count("“") === count("”") && count('"') % 2 === 0;
}
