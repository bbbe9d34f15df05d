import * as v from "valibot";
import type { CopyProblem } from "./copy-problem.ts";

/** Reads the fields of one foreign JSON object; a field of the wrong type is left out and noted, never fatal. */
export type FieldReader = {
  /** The checked value, or undefined when the field is missing, null or of the wrong type. */
  readonly read: <Output>(
    key: string,
    schema: v.GenericSchema<unknown, Output>,
    expected: string,
  ) => Output | undefined;
};

export function fieldReader(
  record: Readonly<Record<string, unknown>>,
  file: string,
  path: string,
  notes: CopyProblem[],
): FieldReader {
  return {
    read: (key, schema, expected) => {
      const value = record[key];
      if (value === undefined || value === null) return undefined;
      const parsed = v.safeParse(schema, value);
      if (parsed.success) return parsed.output;
      notes.push({
        file,
        field: path === "" ? key : `${path}.${key}`,
        found: sayFound(value),
        expected,
        mend: "It was left out.",
      });
      return undefined;
    },
  };
}

/** A foreign value in few words: `"yesterday"`, "the number 12", "a list". */
export function sayFound(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (typeof value === "string")
    return value.trim() === "" ? "empty" : `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
