import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { EditionFile } from "#edition/edition-file.ts";
import type { FilesHash, Manifest } from "#edition/manifest.ts";

type Folder = keyof Manifest["files"];

const folders: readonly Folder[] = ["front", "feed", "feeds", "lists", "articles", "search", "machines"];

/** A SHA-256 that is being made. */
export type OpenHash = {
  readonly update: (bytes: Uint8Array) => unknown;
  readonly digest: () => Uint8Array;
};

/** Begins a SHA-256. */
export type BeginHash = () => OpenHash;

/** Keeps account of the files of an edition: how many lie in each folder, and a SHA-256 over their paths and contents. */
export class FileLedger {
  readonly #encoder = new TextEncoder();
  readonly #open: ReadonlyMap<Folder, { readonly hash: OpenHash; files: number; bytes: number }>;
  #closed: Manifest["files"] | undefined;

  constructor(begin: BeginHash = () => sha256.create()) {
    this.#open = new Map(folders.map((folder) => [folder, { hash: begin(), files: 0, bytes: 0 }]));
  }

  enter({ path, content }: EditionFile): void {
    const account = this.#open.get(folderOf(path));
    if (!account) return;
    const bytes = typeof content === "string" ? this.#encoder.encode(content) : content;
    account.hash.update(this.#encoder.encode(`${path}\n${bytes.length}\n`));
    account.hash.update(bytes);
    account.files += 1;
    account.bytes += bytes.length;
  }

  folders(): Manifest["files"] {
    this.#closed ??= Object.fromEntries(
      [...this.#open].map(([folder, { hash, files, bytes }]): [Folder, FilesHash] => [
        folder,
        { hash: bytesToHex(hash.digest()), files, bytes },
      ]),
    ) as Manifest["files"];
    return this.#closed;
  }

  /** One hash over all. */
  edition(): string {
    return bytesToHex(sha256(this.#encoder.encode(JSON.stringify(this.folders()))));
  }
}

function folderOf(path: string): Folder {
  const [folder = ""] = path.split("/");
  const name = folder.replace(/\.json$/u, "");
  return folders.find((known) => known === name) ?? "machines";
}
