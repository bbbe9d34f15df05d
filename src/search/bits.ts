/** A quotient this long is written as a whole number instead. */
const longestQuotient = 24;

/** Writes numbers of any width, lowest bit first. */
export class BitWriter {
  #bytes = new Uint8Array(1 << 10);
  #length = 0;
  #rest = 0;
  #width = 0;

  /** The lowest bits of a number; up to 24 at once. */
  bits(value: number, width: number): void {
    this.#rest |= value << this.#width;
    this.#width += width;
    while (this.#width >= 8) {
      this.#byte(this.#rest & 0xff);
      this.#rest >>>= 8;
      this.#width -= 8;
    }
  }

  /** Golomb's code as Rice simplified it: best when numbers are about 1.4 · 2^width on average. */
  rice(value: number, width: number): void {
    const quotient = width > 31 ? 0 : Math.floor(value / 2 ** width);
    if (quotient >= longestQuotient) {
      this.bits(0xffffff, longestQuotient);
      this.bits(value & 0xffff, 16);
      this.bits(value >>> 16, 16);
      return;
    }
    this.bits((1 << quotient) - 1, quotient);
    this.bits(0, 1);
    this.long(value, width);
  }

  /** Elias' gamma code: short for small numbers. From 1. */
  gamma(value: number): void {
    const width = 31 - Math.clz32(value);
    this.bits(0, width);
    this.bits(1, 1);
    this.long(value & ((1 << width) - 1), width);
  }

  /** Up to 32 bits. */
  long(value: number, width: number): void {
    this.bits(value & (width > 16 ? 0xffff : (1 << width) - 1), Math.min(16, width));
    if (width > 16) this.bits((value >>> 16) & ((1 << (width - 16)) - 1), width - 16);
  }

  /** In whole bytes. */
  get length(): number {
    return this.#length + (this.#width > 0 ? 1 : 0);
  }

  /** What was written since the last time, filled up to whole bytes. */
  take(): Uint8Array<ArrayBuffer> {
    if (this.#width > 0) this.#byte(this.#rest & 0xff);
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    this.#rest = 0;
    this.#width = 0;
    return taken;
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }
}

/** Reads what a BitWriter wrote. Throws a RangeError past the end. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bit(): number {
    const byte = this.#bytes[this.#position >>> 3];
    if (byte === undefined) throw new RangeError("read past the end");
    const bit = (byte >>> (this.#position & 7)) & 1;
    this.#position += 1;
    return bit;
  }

  /** Up to 32. */
  bits(width: number): number {
    let value = 0;
    let have = 0;
    while (have < width) {
      const byte = this.#bytes[this.#position >>> 3];
      if (byte === undefined) throw new RangeError("read past the end");
      const offset = this.#position & 7;
      const take = Math.min(8 - offset, width - have);
      value |= ((byte >>> offset) & ((1 << take) - 1)) << have;
      have += take;
      this.#position += take;
    }
    return value >>> 0;
  }

  rice(width: number): number {
    let quotient = 0;
    while (this.bit() === 1) {
      quotient += 1;
      if (quotient === longestQuotient) return this.bits(32);
    }
    return quotient * 2 ** width + this.bits(width);
  }

  gamma(): number {
    let width = 0;
    while (this.bit() === 0) {
      width += 1;
      if (width > 31) throw new RangeError("no gamma code");
    }
    return ((1 << width) | this.bits(width)) >>> 0;
  }
}
