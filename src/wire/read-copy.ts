import type { CopyProblem } from "#domain/copy-problem.ts";
import { isRecord, sayFound } from "#domain/field-reader.ts";
import { faultInJson } from "#domain/json-fault.ts";
import { isWebAddress } from "#domain/web-address.ts";
import { decodeCopy } from "./charset.ts";
import { binaryKind, strangeJson, strangeText } from "./foreign-format.ts";
import { readJsonFeed } from "./json-feed.ts";
import type { Desk, Reading } from "./reading.ts";
import { readWireText } from "./wire-text.ts";

/** A file of copy: its path or address as the person named it, and its bytes. */
export type CopyFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What relative addresses in it are relative to; its own name when that is a web address, otherwise they stay relative. */
  readonly base?: string;
};

/** A story is a few kilobytes; a text of more is a log or an archive, and would be kept whole in the edition. */
const longestStory = 4_000_000;

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
  const text = copy.text.trim();
  if (/^[\s\p{Cc}]*$/u.test(text))
    return spike("nothing but blanks", "a story or a JSON Feed", "Save the story in it again.");
  const notes = copy.faults > 0 ? [sayFaults(name, copy.faults)] : [];
  if (beginsAsJson(text) || (/\.json$/iu.test(name) && !text.startsWith("<"))) {
    const reading = readJson(copy.text, name, file.base ?? (isWebAddress(name) ? name : undefined), desk);
    return { ...reading, notes: [...notes, ...reading.notes] };
  }
  const strange = strangeText(text, name);
  if (strange) return spike(strange.found, "wire text or a JSON Feed", strange.mend);
  if (bytes.length > longestStory) {
    const found = `a text of ${Math.round(bytes.length / 1_000_000)} MB`;
    return spike(found, "one story, of at most 4 MB", "Write each story into a file of its own.");
  }
  const reading = readWireText(name, bytes, copy, desk);
  if (!reading) return spike("text without a paragraph", "a story", "Write the story below its first line.");
  return { articles: [reading.article], spiked: [], notes: [...notes, ...reading.notes] };
}

function sayFaults(file: string, faults: number): CopyProblem {
  return {
    file,
    found: `damaged in ${faults === 1 ? "one place" : `${faults} places`}, where its bytes are no characters`,
    expected: "UTF-8",
    mend: "They are shown as \uFFFD: save or send the file again.",
  };
}

/** A story may begin with a bracket: "[Corrects the date] The harbour …". */
function beginsAsJson(text: string): boolean {
  return text.startsWith("{") || /^\[\s*(?:[[{"\]]|$)/u.test(text);
}

function readJson(text: string, file: string, base: string | undefined, desk: Desk): Reading {
  const spike = (problem: Omit<CopyProblem, "file">): Reading => ({
    articles: [],
    spiked: [{ file, ...problem }],
    notes: [],
  });
  let document: unknown;
  try {
    document = JSON.parse(text.trim());
  } catch {
    return spike(brokenJson(text));
  }
  if (!isRecord(document)) {
    const mend = "Wrap the articles in a JSON Feed: https://www.jsonfeed.org/version/1.1/.";
    return spike({ found: `JSON that is ${sayFound(document)}`, expected: "a JSON Feed", mend });
  }
  const strange = isFeedVersion(document["version"]) ? undefined : strangeJson(document);
  if (strange) return spike({ found: strange.found, expected: "a JSON Feed", mend: strange.mend });
  return readJsonFeed(document, file, base, desk);
}

function isFeedVersion(version: unknown): boolean {
  return typeof version === "string" && /jsonfeed\.org\/version\//u.test(version);
}

function brokenJson(text: string): Omit<CopyProblem, "file"> {
  const fault = faultInJson(text);
  if (!fault) {
    return { found: "JSON that is nested too deep", expected: "a JSON Feed", mend: "Export it again." };
  }
  const { line, found, expected } = fault;
  const mend = found.startsWith("cut off")
    ? "Export or download it again."
    : "Mend the JSON there, or export it again.";
  return { field: `line ${line}`, found, expected, mend };
}
