import * as v from "valibot";
import type { CopyProblem } from "./copy-problem.ts";
import { beginningOf } from "./shorten.ts";

/** Reads the fields of one foreign JSON object; what is of the wrong type is left out and noted, never fatal. */
export type FieldReader = {
  /** The checked value, or undefined when the field is missing, null, blank or of the wrong type. */
  readonly read: <Output>(
    key: string,
    schema: v.GenericSchema<unknown, Output>,
    expected: string,
  ) => Output | undefined;
  /** The checked entries of a list without the wrong ones. One entry that stands there without a list is read as a list of it. */
  readonly readList: <Output>(
    key: string,
    schema: v.GenericSchema<unknown, Output>,
    expected: string,
  ) => readonly Output[] | undefined;
};

export function fieldReader(
  record: Readonly<Record<string, unknown>>,
  file: string,
  path: string,
  notes: CopyProblem[],
): FieldReader {
  const check = <Output>(
    value: unknown,
    field: string,
    schema: v.GenericSchema<unknown, Output>,
    expected: string,
  ): readonly Output[] => {
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return [parsed.output];
    notes.push({ file, field, found: sayFound(value), expected, mend: "It was left out." });
    return [];
  };
  const fieldOf = (key: string) => (path === "" ? key : `${path}.${key}`);
  return {
    read: (key, schema, expected) => {
      const value = record[key];
      return isMissing(value) ? undefined : check(value, fieldOf(key), schema, expected)[0];
    },
    readList: (key, schema, expected) => {
      const value = record[key];
      if (isMissing(value)) return undefined;
      if (!Array.isArray(value)) return check(value, fieldOf(key), schema, expected);
      return value.flatMap((entry: unknown, at) =>
        isMissing(entry) ? [] : check(entry, `${fieldOf(key)}[${at}]`, schema, expected),
      );
    },
  };
}

/** A step of a schema: what a parser makes of a value. A value that it makes nothing of is wrong. */
export function parsedBy<Input, Output>(
  parse: (value: Input) => Output | undefined,
): v.RawTransformAction<Input, Output> {
  return v.rawTransform<Input, Output>(({ dataset, addIssue, NEVER }) => {
    const parsed = parse(dataset.value);
    if (parsed !== undefined) return parsed;
    addIssue();
    return NEVER;
  });
}

/** Many systems write an empty text, or null, where a field has no value. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** A foreign value in few words: `"yesterday"`, "the number 12", "a list". */
export function sayFound(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (typeof value === "string") {
    const shown = beginningOf(value, 57)
      .replace(/[\p{Cc}\s\u202A-\u202E\u2066-\u2069]+/gu, " ")
      .trim();
    return shown === "" ? "empty" : `"${shown}${value.length > 57 ? "…" : ""}"`;
  }
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
