import type { Article } from "#domain/article.ts";
import { inlineText } from "#domain/block.ts";
import type { Instant } from "#domain/instant.ts";
import { filedBytes, filedStretches, type Provenance } from "#domain/provenance.ts";
import { readCopy } from "#wire/read-copy.ts";
import type { Reading } from "#wire/reading.ts";
import { courier } from "../articles.ts";

export const desk = { newsroom: courier, received: "2025-06-02T07:00:00Z" as Instant };

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function readBytes(bytes: Uint8Array, name = "story.txt"): Reading {
  return readCopy({ name, bytes }, desk);
}

/** The one article of a wire text. */
export function story(text: string | Uint8Array, name?: string): Article {
  const [article, ...others] = readBytes(typeof text === "string" ? bytesOf(text) : text, name).articles;
  if (!article || others.length > 0) throw new Error("The copy is not one story.");
  return article;
}

/** The paragraphs of a story as text. */
export function paragraphs({ body }: Article): readonly string[] {
  return body.map((block) => (block.kind === "paragraph" ? inlineText(block.content) : block.kind));
}

/** What each field claims of the copy as filed. */
export function claimed({ provenance }: Article): Record<string, string> {
  if (provenance.kind !== "wire-text") throw new Error("The story is no wire text.");
  return Object.fromEntries(filedStretches(provenance).flatMap(({ field, text }) => (field ? [[field, text]] : [])));
}

/** The copy as filed: its bytes, and the text of all its stretches. */
export function asFiled({ provenance }: Article): { bytes: Uint8Array; text: string } {
  const filed = provenance as Extract<Provenance, { kind: "wire-text" }>;
  const text = filedStretches(filed)
    .map((stretch) => stretch.text)
    .join("");
  return { bytes: filedBytes(filed), text };
}
