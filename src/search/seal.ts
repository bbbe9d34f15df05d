/**
 * Every file of the index ends with, or begins with, a sum of its content, so that one that is cut off, damaged or a web page
 * in its place is never taken for what it should be.
 */
const sealBytes = 4;

/** FNV-1a, 32 bits. */
export function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum >>> 0;
}

export function seal(content: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(content.length + sealBytes);
  sealed.set(content);
  new DataView(sealed.buffer).setUint32(content.length, sumOf(content));
  return sealed;
}

/** Throws a RangeError for what was not sealed so. */
export function unseal(sealed: Uint8Array): Uint8Array {
  const length = sealed.length - sealBytes;
  if (length < 0) throw new RangeError("no whole file");
  const content = sealed.subarray(0, length);
  const view = new DataView(sealed.buffer, sealed.byteOffset, sealed.length);
  if (view.getUint32(length) !== sumOf(content)) throw new RangeError("a damaged file");
  return content;
}

/** JSON of an object that begins with the version and the sum of what follows: {"version":3,"sum":"0badcafe",…}. */
export function sealJson(version: number, value: object): string {
  const rest = JSON.stringify(value).slice(1);
  return `{"version":${version},"sum":"${hex(sumOf(new TextEncoder().encode(rest)))}",${rest}`;
}

/** Throws a RangeError for what was not sealed so, whatever its version. */
export function unsealJson(bytes: Uint8Array): Record<string, unknown> & { readonly version: number } {
  const text = new TextDecoder().decode(bytes);
  const [head, version, sum] = /^\{"version":(\d+),"sum":"([0-9a-f]{8})",/u.exec(text) ?? [];
  if (head === undefined) throw new RangeError("no file of an index");
  if (hex(sumOf(new TextEncoder().encode(text.slice(head.length)))) !== sum) throw new RangeError("a damaged file");
  return { ...(JSON.parse(text) as Record<string, unknown>), version: Number(version) };
}

export function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, "0");
}
