import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { isRecord, sayFound } from "#domain/field-reader.ts";
import type { Instant } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { decodeCopy } from "./charset.ts";
import { binaryKind, strangeJson, strangeText } from "./foreign-format.ts";
import { readJsonFeed } from "./json-feed.ts";
import { readWireText } from "./wire-text.ts";

/** A file of copy: its path or address as the person named it, and its bytes. */
export type CopyFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What relative addresses in it are relative to; its own name when that is a web address, otherwise they stay relative. */
  readonly base?: string;
};

/** Who reads the copy, and when it came in: the date of copy that has none. */
export type Desk = { readonly newsroom: Newsroom; readonly received: Instant };

export type Reading = {
  readonly articles: readonly Article[];
  /** Copy that was set aside, and why. */
  readonly spiked: readonly CopyProblem[];
  /** Copy that was read although something in it was missing or wrong. */
  readonly notes: readonly CopyProblem[];
  /** The next page of a feed, as an absolute address when the feed has one. */
  readonly nextUrl?: string;
  /** What a feed calls itself. */
  readonly title?: string;
};

/** Reads one file of copy in whichever format it turns out to be. Never throws: what cannot be read is spiked with the reason. */
export function readCopy(file: CopyFile, desk: Desk): Reading {
  const { name, bytes } = file;
  const spike = (found: string, expected: string, mend: string): Reading => ({
    articles: [],
    spiked: [{ file: name, found, expected, mend }],
    notes: [],
  });
  if (bytes.length === 0) return spike("empty", "a story or a JSON Feed", "Save the story in it again.");
  const binary = binaryKind(bytes);
  if (binary) return spike(binary, "text", "Export the story as plain text or as a JSON Feed.");
  const copy = decodeCopy(bytes);
  const text = copy.text.replace(/^\ufeff/u, "").trim();
  if (text === "") return spike("nothing but blanks", "a story or a JSON Feed", "Save the story in it again.");
  if (/^[{[]/u.test(text) || (/\.json$/iu.test(name) && !text.startsWith("<"))) {
    const base = file.base ?? (/^https?:/iu.test(name) ? name : undefined);
    return (
      readJson(text, name, base, desk) ?? spike("JSON that is cut off or broken", "a whole JSON Feed", jsonMend(text))
    );
  }
  const strange = strangeText(text, name);
  if (strange) return spike(strange.found, "wire text or a JSON Feed", strange.mend);
  const reading = readWireText(name, bytes, copy, desk);
  if (!reading) return spike("text without a paragraph", "a story", "Write the story below its first line.");
  return { articles: [reading.article], spiked: [], notes: reading.notes };
}

function readJson(text: string, name: string, base: string | undefined, desk: Desk): Reading | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (isRecord(document) && (isFeedVersion(document["version"]) || Array.isArray(document["items"]))) {
    return readJsonFeed(document, name, base, desk);
  }
  const strange = isRecord(document)
    ? strangeJson(document)
    : {
        found: `JSON that is ${sayFound(document)}`,
        mend: "Wrap the articles in a JSON Feed: https://www.jsonfeed.org/version/1.1/.",
      };
  return {
    articles: [],
    spiked: [{ file: name, found: strange.found, expected: "a JSON Feed", mend: strange.mend }],
    notes: [],
  };
}

function isFeedVersion(version: unknown): boolean {
  return typeof version === "string" && /jsonfeed\.org\/version\//u.test(version);
}

/** Where the JSON breaks, as far as it can be told without a parser of our own. */
function jsonMend(text: string): string {
  const line = text.split("\n").length;
  return /[}\]]\s*$/u.test(text)
    ? "Check it for a missing comma or quotation mark, or export it again."
    : `It breaks off in line ${line}, after “${text.slice(-30).replace(/\s+/gu, " ").trim()}”. Export or download it again.`;
}
