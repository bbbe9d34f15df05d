const longest = 110;

/**
 * A headline for copy that has none: its first sentence without bracketed asides, cut at a clause so that it has at most
 * 110 characters; at a word, with an ellipsis, when no clause ends in time.
 */
export function derivedHeadline(paragraph: string): string {
  const sentence = firstSentence(paragraph)
    .replace(/\s*\([^()]*\)/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const plain = sentence.replace(/[.。۔।]$/u, "");
  if (plain.length <= longest) return plain;
  const bare = withoutAside(plain);
  if (bare.length <= longest) return bare;
  const clause = lastClauseEnd(bare);
  if (clause !== undefined) return bare.slice(0, clause);
  const cut = bare.lastIndexOf(" ", longest - 1);
  return `${bare.slice(0, cut > 40 ? cut : longest - 1).replace(/[\s,;:–—-]+$/u, "")}…`;
}

function firstSentence(text: string): string {
  // A full stop after a single capital or a short title ("Gen. Smith", "U.S. Navy") does not end a sentence.
  for (const match of text.matchAll(/[.!?。۔؟।]+["”’)]*(?:\s+|$)/gu)) {
    const before = text.slice(0, match.index);
    if (/(?:^|[\s.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|Prof|No)$/u.test(before)) continue;
    return text.slice(0, match.index + match[0].trimEnd().length);
  }
  return text;
}

/** Takes out an aside right after the subject: "The minister, a former judge, said …". */
function withoutAside(sentence: string): string {
  const match = /^([^,]{8,70}), (?:an? |the |who |which )[^,]{3,80}, /u.exec(sentence);
  return match ? `${match[1]} ${sentence.slice(match[0].length)}` : sentence;
}

const clauseStart =
  /(?:[,;]| [–—] | (?:after|as|while|when|before|because|although|which|who|but|amid|during|where|said|in|on|at) )/gu;

function lastClauseEnd(sentence: string): number | undefined {
  let end: number | undefined;
  for (const { index } of sentence.matchAll(clauseStart)) if (index <= longest && index >= 45) end = index;
  return end;
}
