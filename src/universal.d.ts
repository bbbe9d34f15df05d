/**
 * The few web standards that Node, a page and a worker all have, for rooms that run anywhere.
 * Such a room has neither the DOM's types nor Node's, so that nothing else can slip in.
 */
declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  readonly origin: string;
  href: string;
  protocol: string;
  host: string;
  hostname: string;
  pathname: string;
  search: string;
  hash: string;
  username: string;
  password: string;
  toString(): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}
declare function btoa(binary: string): string;
declare function atob(base64: string): string;
/** Says when nobody waits any more for what is being done. */
declare class AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
