import fc from "fast-check";
import { expect, test } from "vitest";
import { faultInJson } from "#domain/json-fault.ts";

const place = (text: string) => {
  const { line, found, expected } = faultInJson(text) ?? {};
  return `line ${line}: ${found}; expected ${expected}`;
};

test.each([
  [`{\n  "id": "1"\n  "title": "Pier"\n}`, 'line 3: “"title": "Pier"”; expected a comma or the closing } before it'],
  [`{\n  "id": "1",\n}`, 'line 3: “}”; expected a name: a text in straight quotation marks (")'],
  [
    `["a",\n]`,
    'line 2: “]”; expected a value: a text in straight quotation marks ("), a number, true, false, null, { or [',
  ],
  [`["a"\n"b"]`, 'line 2: “"b"]”; expected a comma or the closing ] before it'],
  [`{"id" "1"}`, 'line 1: “"1"}”; expected a colon before it'],
  [`{'id': 1}`, "line 1: “'id': 1}”; expected a name: a text in straight quotation marks (\")"],
  [`{“id”: 1}`, 'line 1: ““id”: 1}”; expected a name: a text in straight quotation marks (")'],
  [
    `{\r\n"title": "Pier\r\nmended"}`,
    'line 2: a line end inside “"Pier”; expected the closing quotation mark, or \\n for a line end',
  ],
  [
    `{"title": "Pier\tmended"}`,
    'line 1: a control character inside “"Pier”; expected the closing quotation mark, or \\n for a line end',
  ],
  [`{"path": "C:\\Users\\xyz0000"}`, 'line 1: “\\Users\\xyz0000"}”; expected \\\\ for a backslash'],
  [
    `{"count": 012}`,
    'line 1: “012}”; expected a value: a text in straight quotation marks ("), a number, true, false, null, { or [',
  ],
  [
    `{"live": True}`,
    'line 1: “True}”; expected a value: a text in straight quotation marks ("), a number, true, false, null, { or [',
  ],
  [`{"a": 1} {"b": 2}`, 'line 1: “{"b": 2}”; expected nothing after the end'],
  [`{"a": [1, 2}`, "line 1: “}”; expected a comma or the closing ] before it"],
  [
    `// news\n{}`,
    'line 1: “// news”; expected a value: a text in straight quotation marks ("), a number, true, false, null, { or [',
  ],
  [`{"a": 1`, 'line 1: cut off after “{"a": 1”; expected a comma or the closing } before it'],
  [`{\n"title": "The pier is men`, "line 2: cut off after “{”; expected the closing quotation mark"],
  [`{"a": "\\u00`, 'line 1: cut off after “{"a": "\\u00”; expected the closing quotation mark'],
  [
    "",
    'line 1: cut off after “”; expected a value: a text in straight quotation marks ("), a number, true, false, null, { or [',
  ],
])("%j", (text, said) => {
  expect(place(text)).toBe(said);
});

test("what is JSON has no fault", () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom("", "\n", " \t\r\n"), (text, blanks) => {
      expect(faultInJson(`${blanks}${text}${blanks}`)).toBeUndefined();
    }),
  );
});

test("whatever JSON.parse refuses has a fault on one of its lines, and nothing else has", () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.nat(), fc.constantFrom("", '"', "{", "}", ",", ":", "\\", "\n", "0", "x", "\u0000"))
    .map(([text, one, other, sign]) => {
      const [from = 0, to = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      return text.slice(0, from) + sign + text.slice(to);
    });
  fc.assert(
    fc.property(broken, (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      const fault = faultInJson(text);
      expect(fault === undefined).toBe(isJson);
      if (fault) expect(fault.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/u).length);
    }),
    { numRuns: 3_000 },
  );
});

test("JSON of any depth is gone through", () => {
  const deep = `${"[".repeat(200_000)}1${"]".repeat(200_000)}`;
  expect(faultInJson(deep)).toBeUndefined();
  expect(faultInJson(deep.slice(0, -1))?.expected).toBe("a comma or the closing ] before it");
});
