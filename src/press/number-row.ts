type Numbers = Uint32Array | Float32Array;

/** Numbers in a row that grows as they come in: millions of them in four bytes each. */
export class NumberRow<Row extends Numbers> {
  readonly #make: (length: number) => Row;
  #numbers: Row;
  #length = 0;

  constructor(make: (length: number) => Row) {
    this.#make = make;
    this.#numbers = make(1_024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = this.#make(Math.ceil(this.#length * 1.25));
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  /** What came in so far. A later push may no longer show in it. */
  taken(): Row {
    return this.#numbers.subarray(0, this.#length) as Row;
  }
}
