import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { atOnce } from "./at-once.ts";
import type { Terminal } from "./terminal.ts";

/** How texts are compressed for browsers, and how the files are called that lie compressed beside the plain ones. */
export const encodings = ["br", "gzip"] as const;
export type Encoding = (typeof encodings)[number];
export const endings: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz" };

/** Less than this gains nothing. */
const shortest = 1_000;
const texts = /\.(?:html|js|css|json|svg|txt|md|xml|webmanifest|bin)$/u;

/** Whether a file is worth compressing: text, or the numbers of a search index, and not too short. */
export function isCompressible(path: string, bytes: number): boolean {
  return bytes > shortest && texts.test(path);
}

/** `quality` is brotli's, from 0 to 11. */
export function compressed(bytes: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  return encoding === "br"
    ? promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    : promisify(gzip)(bytes, { level: 9 });
}

const bestWorthItsTime = 9;

/** Lays compressed copies beside all texts of a site, for hosts that send them as they lie. Gives how many there are of each kind. */
export async function compressSite(
  folder: string,
  { progress, interrupted }: Pick<Terminal, "progress" | "interrupted">,
): Promise<number> {
  let done = 0;
  const paths = await readdir(folder, { recursive: true });
  await atOnce(
    paths.filter((path) => texts.test(path)),
    async (path) => {
      interrupted.throwIfAborted();
      const file = join(folder, path);
      const bytes = await readFile(file);
      if (!isCompressible(path, bytes.length)) return;
      for (const encoding of encodings)
        await writeFile(file + endings[encoding], await compressed(bytes, encoding, bestWorthItsTime));
      done += 1;
      if (done % 50 === 0) progress(`compressing  ${done} files  ${path}`);
    },
  );
  return done;
}
