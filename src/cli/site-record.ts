import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What press notes in a site that it made, so that it knows it again. */
export type SiteRecord = {
  /** Where the site lies on its host: "/" or "/news/". */
  readonly basePath: string;
  /** The names at the top of the site that press made. Whatever else lies there was put there by somebody else. */
  readonly made: readonly string[];
};

export const recordName = "pressed.json";

const version = 1;

export function encodeRecord({ basePath, made }: SiteRecord): string {
  return `${JSON.stringify({ _dateline: { version, basePath, made: [...made].sort() } }, undefined, 1)}\n`;
}

/** The record of a folder that press made; undefined for any other folder. */
export async function readRecord(folder: string): Promise<SiteRecord | undefined> {
  const text = await readFile(join(folder, recordName), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { _dateline: record } = JSON.parse(text) as { _dateline: SiteRecord };
    return typeof record.basePath === "string" && Array.isArray(record.made) ? record : undefined;
  } catch {
    return undefined;
  }
}

export async function isPressedSite(folder: string): Promise<boolean> {
  return (await readRecord(folder)) !== undefined;
}
