import { expect, test } from "vitest";
import { type Article, bodyText } from "#domain/article.ts";
import type { Instant } from "#domain/instant.ts";
import { relate as relateIn } from "#press/related.ts";
import { storiesOf } from "#press/translations.ts";
import { fold, wordsOf } from "#search/words.ts";
import { article, named } from "../articles.ts";

const relate = (copy: readonly Article[]) => relateIn(copy, storiesOf(copy));

const subjects = {
  ferry: "ferry captain gangway harbour lifeboat passengers deck sailing engine collision tide pilot berth rudder",
  budget: "budget deficit taxes treasury minister spending parliament committee revenue borrowing debt interest bonds",
  opera: "opera soprano orchestra conductor stage premiere chorus aria applause curtain libretto violin tenor",
  drought: "drought reservoir rainfall crops irrigation farmers wells dust harvest forecast heat soil river",
};

/** Reports that each use some of the words of one subject, and many that every report uses. */
function reports(perSubject: number, said: (subject: string) => Partial<Article> = () => ({})): Article[] {
  let seed = 11;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  return Object.entries(subjects).flatMap(([subject, list]) => {
    const words = list.split(" ");
    return Array.from({ length: perSubject }, (_none, number) => {
      const sentences = Array.from({ length: 12 }, () => {
        const own = Array.from({ length: 4 }, () => words[random(words.length)] ?? "");
        return `On ${["Monday", "Friday"][random(2)] ?? ""} they said that the ${own.join(" and the ")} were there, as ${random(999)} others.`;
      });
      return article({
        id: `${subject}-${number}`,
        headline: `${words[random(words.length)] ?? ""} report ${number}`,
        body: sentences.map((sentence) => ({ kind: "paragraph", content: [sentence] })),
        published: `2025-0${1 + (number % 9)}-11` as Instant,
        ...said(subject),
      });
    });
  });
}

const subjectOf = (one: Article | undefined) => one?.id.split("-")[0];

test("what is related is about the same, at most five, never the article itself, and none twice", () => {
  const copy = reports(15);
  const relatedTo = relate(copy);
  for (const [at, one] of copy.entries()) {
    const indexes = relatedTo(at).map(({ index }) => index);
    expect(indexes.length).toBeGreaterThanOrEqual(3);
    expect(indexes.length).toBeLessThanOrEqual(5);
    expect(indexes).not.toContain(at);
    expect(new Set(indexes).size).toBe(indexes.length);
    for (const index of indexes) expect(subjectOf(copy[index])).toBe(subjectOf(one));
  }
});

test("the same report under another headline is left out, and so is the second of two that are alike", () => {
  const copy = reports(6);
  const sentAgain = copy.map((one) => ({ ...one, id: `${one.id}-again`, headline: `Update on ${one.headline}` }));
  const both = [...copy, ...sentAgain];
  const relatedTo = relate(both);
  for (const [at, one] of both.entries()) {
    const originals = relatedTo(at).map(({ index }) => both[index]?.id.replace("-again", ""));
    expect(originals.length).toBeGreaterThan(0);
    expect(originals).not.toContain(one.id.replace("-again", ""));
    expect(new Set(originals).size).toBe(originals.length);
  }
});

test("a brief that is sent again under a headline as long as itself is left out", () => {
  const brief = (id: string, headline: string) =>
    article({
      id,
      headline,
      body: [
        { kind: "paragraph", content: ["The ferry's captain said the lifeboat had left the harbour at high tide."] },
      ],
    });
  const copy = [
    ...reports(6),
    brief("one", "Captain of the ferry tells of a night on deck with frightened passengers"),
    brief("two", "Lifeboat was gone before the collision, says the man who should know"),
  ];
  const related = relate(copy)(copy.length - 2).map(({ index }) => index);
  expect(related.length).toBeGreaterThan(0);
  expect(related).not.toContain(copy.length - 1);
});

test("every word given as a reason stands in both articles, as the first one prints it", () => {
  const copy = reports(10);
  const relatedTo = relate(copy);
  const textOf = (one: Article | undefined) => `${one?.headline}\n${bodyText(one?.body ?? [])}`;
  for (const [at, one] of copy.entries()) {
    for (const { index, reason } of relatedTo(at)) {
      if (reason.kind !== "words") throw new Error("only words are shared");
      expect(reason.words.length).toBeGreaterThan(0);
      for (const word of reason.words) {
        expect(textOf(one)).toContain(word);
        expect(wordsOf(textOf(copy[index])).map(({ folded }) => folded)).toContain(fold(word));
      }
    }
  }
});

test("a shared place, topic or author is given as the reason, the rarest of them first, and both articles have it", () => {
  const copy = reports(8, (subject) => ({
    places: [named("Lisbon"), ...(subject === "ferry" ? [named("Port of Spain")] : [])],
    topics: subject === "budget" ? [named("Public money"), named("News")] : [named("News")],
    bylines: subject === "opera" ? [named("Ann Li")] : [],
  }));
  const relatedTo = relate(copy);
  const reasons = new Map<string, Set<string>>();
  for (const [at, one] of copy.entries()) {
    for (const { index, reason } of relatedTo(at)) {
      const subject = subjectOf(one) ?? "";
      reasons.set(subject, (reasons.get(subject) ?? new Set()).add(reason.kind === "words" ? "words" : reason.name));
      const other = copy[index];
      if (reason.kind === "place") expect(other?.places.map(({ name }) => name)).toContain(reason.name);
      if (reason.kind === "topic") expect(other?.topics.map(({ name }) => name)).toContain(reason.name);
      if (reason.kind === "author") expect(other?.bylines.map(({ name }) => name)).toContain(reason.name);
    }
  }
  expect(reasons.get("ferry")).toEqual(new Set(["Port of Spain"]));
  expect(reasons.get("budget")).toEqual(new Set(["Public money"]));
});

test("of two that are equally close in words the one that is closer in time comes first", () => {
  const copy = reports(12).map((one) => ({ ...one, published: "2025-03-01" as Instant }));
  const [first] = copy;
  if (!first) throw new Error("a report");
  const before = relate(copy)(0);
  const best = before[0]?.index ?? 0;
  const later = copy.map((one, at) => (at === best ? { ...one, published: "2015-03-01" as Instant } : one));
  const after = relate(later)(0).map(({ index }) => index);
  expect(after[0]).not.toBe(best);
});

test("articles that share nothing but numbers and common words are not related", () => {
  const copy = [
    ...reports(6),
    article({ headline: "بندرگاہ", body: [{ kind: "paragraph", content: ["کرین 2025 میں 118 دن"] }] }),
    article({ headline: "Kran", body: [{ kind: "paragraph", content: ["Liman kranı 2025 ildə 118 gün"] }] }),
  ];
  const relatedTo = relate(copy);
  expect(relatedTo(copy.length - 2)).toEqual([]);
});

test("a handful of stories is related by what they are about, not by the words of all stories", () => {
  const told = (headline: string, text: string) =>
    article({ headline, body: [{ kind: "paragraph", content: [text] }] });
  const copy = [
    told(
      "Ferry stays in port",
      "The ferry was there this week, the captain said. There would be no ferry before Monday.",
    ),
    told("Budget is late", "The minister said there would be no vote this week. Members said that there was no time."),
    told(
      "Captain of the ferry retires",
      "She said there was a time to leave. The ferry would go on, this week and after.",
    ),
    told("Opera opens", "There was applause this week, members of the chorus said. There would be more before Monday."),
  ];
  const found = copy.map((_one, at) => relate(copy)(at));
  expect(found.map((related) => related.map(({ index }) => index))).toEqual([[2], [], [0], []]);
  expect(found[0]?.[0]?.reason).toEqual({ kind: "words", words: ["ferry"] });
});

test("articles in Chinese are related by the pairs of letters that they share, and say which", () => {
  const chinese = (headline: string, text: string) =>
    article({ headline, body: [{ kind: "paragraph", content: [text] }] });
  const copy = [
    ...reports(6),
    chinese("港口起重机", "港口起重机停止工作，工人等待零件。"),
    chinese("码头起重机", "新的起重机明天到达港口，船长说。"),
  ];
  const [only] = relate(copy)(copy.length - 2);
  expect(only?.index).toBe(copy.length - 1);
  expect(only?.reason.kind === "words" && only.reason.words.every((word) => "港口起重机".includes(word))).toBe(true);
});

test("the best are found wherever they stand among hundreds that share a word", () => {
  const told = (at: number, text: string) =>
    article({ id: `${at}`, headline: `unique${at}`, body: [{ kind: "paragraph", content: [`${text} alone${at}`] }] });
  const textAt = (at: number) => (at < 400 ? "ferry" : at < 700 ? "tide" : "berth pilot rudder");
  const special = new Map([
    [150, "ferry ferry ferry ferry tide"],
    [300, "ferry ferry"],
  ]);
  const copy = Array.from({ length: 1_500 }, (_none, at) => told(at, special.get(at) ?? textAt(at)));
  const [first, second] = relate(copy)(0);
  expect([first?.index, second?.index]).toEqual([150, 300]);
  expect(first?.reason).toEqual({ kind: "words", words: ["ferry"] });
});

test("an article that shares one word of a hundred is not related", () => {
  const told = (id: string, words: readonly string[]) =>
    article({ id, headline: "…", body: [{ kind: "paragraph", content: [words.join(" ")] }] });
  const rare = Array.from(
    { length: 100 },
    (_none, at) => `rare${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`,
  );
  const copy = [
    told("asking", rare),
    told("one", rare.slice(0, 1)),
    told("half", rare.slice(50).toReversed()),
    ...reports(25),
  ];
  expect(relate(copy)(0).map(({ index }) => copy[index]?.id)).toEqual(["half"]);
});

test("in an edition too large to look at every list of a common word, common words still count", () => {
  const common = "tide berth pilot rudder gangway".split(" ");
  const told = (id: string, text: string) =>
    article({ id, headline: "Report", body: [{ kind: "paragraph", content: [`${text} ${id}`] }] });
  const others = Array.from({ length: 31_000 }, (_none, at) =>
    told(`other${at}`, at % 7 < 2 ? common.join(" ") : "none"),
  );
  const copy = [
    told("rare", "A quagga, bongo, gnu, okapi, kudu, eland."),
    told("asking", `A quagga, ${common.join(", ")}.`),
    told("both", `A quagga, ${common.toReversed().join(", ")}.`),
    ...others,
  ];
  expect(
    relate(copy)(1)
      .slice(0, 2)
      .map(({ index }) => copy[index]?.id),
  ).toEqual(["both", "rare"]);
});

test("translations are not related to each other, and of several of one story only one is given", () => {
  const told = (id: string, said: Partial<Article>) =>
    article({
      id,
      headline: `Quagga at ${id}`,
      body: [{ kind: "paragraph", content: [`Okapi, quagga and gnu met in ${id}, said ${id} people of ${id}.`] }],
      ...said,
    });
  const copy = [
    told("original", {}),
    told("translated", { translationOf: "original" }),
    told("again", { translationOf: "translated" }),
    told("other", {}),
    ...reports(6),
  ];
  const relatedTo = relate(copy);
  const idsFor = (at: number) => relatedTo(at).map(({ index }) => copy[index]?.id);
  expect([0, 1, 2].map(idsFor)).toEqual([["other"], ["other"], ["other"]]);
  expect(idsFor(3)).toEqual(["original"]);
});

test("an edition of one article, of none, and of empty ones is no trouble", () => {
  expect(relate([])(0)).toEqual([]);
  expect(relate([article({ headline: "Alone" })])(0)).toEqual([]);
  const empty = [1, 2, 3].map((number) => article({ id: `${number}`, headline: "…", body: [] }));
  expect(relate(empty)(1)).toEqual([]);
});
