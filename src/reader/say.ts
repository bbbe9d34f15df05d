import { type CopyProblem, sayProblem } from "#domain/copy-problem.ts";
import type { Reason } from "#edition/article-document.ts";
import type { EditionProblem } from "#edition/edition-problem.ts";
import type { ListKind } from "#edition/paths.ts";
import type { BodyWords } from "#ui/article-body.tsx";
import type { Catalogue, Words } from "#words/words.ts";

type PlainKey = keyof Catalogue["plain"];

/** A page that can only say what is wrong and what to do. */
export type Message = { readonly title: string; readonly advice: string };

/** Why a story is related. */
export function sayReason(reason: Reason, words: Words): string {
  switch (reason.kind) {
    case "place":
      return words.fill("alsoInPlace", { place: reason.name });
    case "topic":
      return words.fill("alsoAboutTopic", { topic: reason.name });
    case "author":
      return words.fill("alsoByAuthor", { author: reason.name });
    case "words":
      return reason.words.length > 0
        ? words.fill("bothMention", { words: words.list(reason.words) })
        : words.plain.muchAlike;
  }
}

const kinds: Readonly<Record<ListKind, PlainKey>> = {
  sections: "section",
  topics: "topic",
  places: "place",
  authors: "author",
  credits: "pictureCredit",
  months: "archive",
};

/** What stands above the name of a list. */
export function sayKind(kind: ListKind, { plain }: Words): string {
  return plain[kinds[kind]];
}

const nothing: Readonly<Record<ListKind, PlainKey>> = {
  sections: "noSections",
  topics: "noTopics",
  places: "noPlaces",
  authors: "noAuthors",
  credits: "noCredits",
  months: "noArticles",
};

/** For an overview that has nothing to list. */
export function sayNothingListed(kind: ListKind, { plain }: Words): string {
  return plain[nothing[kind]];
}

/** What was wrong with copy is told to whoever made it, in English as on the command line. */
export function sayCopyProblem(problem: CopyProblem): string {
  return `${problem.file}: ${sayProblem(problem)}`;
}

/** What went wrong, and what to do about it. */
export function sayEditionProblem({ kind, path }: EditionProblem, { plain }: Words): Message {
  switch (kind) {
    case "missing":
      return path.startsWith("articles/")
        ? { title: plain.articleMissing, advice: plain.articleMissingAdvice }
        : { title: plain.pageMissing, advice: plain.pageMissingAdvice };
    case "unreachable":
      return { title: plain.unreachable, advice: plain.unreachableAdvice };
    case "unreadable":
      return { title: plain.unreadable, advice: plain.unreadableAdvice };
    case "too-new":
      return { title: plain.tooNew, advice: plain.tooNewAdvice };
  }
}

/** What the blocks of a body say to those who do not see them. */
export function bodyWordsOf({ attributes, plain, fill, weight }: Words): BodyWords {
  return {
    attributes,
    caption: plain.imageCaption,
    credit: plain.imageSource,
    picture: plain.picture,
    show: (bytes) => (bytes ? fill("showPictureOf", { size: weight(bytes) }) : plain.showPicture),
    table: plain.table,
    code: plain.code,
    gallery: plain.pictures,
  };
}

const fields: Readonly<Record<string, PlainKey>> = {
  published: "filedDate",
  caption: "filedCaption",
  credit: "filedCredit",
  dateline: "filedDateline",
  headline: "filedHeadline",
  standfirst: "filedStandfirst",
  slug: "filedSlug",
  bylines: "filedByline",
  body: "filedParagraph",
};

/** What a stretch of a story as filed gave: "pictures[0].caption" is a caption. */
export function sayField(field: string, { plain }: Words): string {
  const [, name = field, , part] = /^(\w+)(\[\d+\])?(?:\.(\w+))?$/u.exec(field) ?? [];
  const key = fields[part ?? name];
  return key ? plain[key] : name;
}
