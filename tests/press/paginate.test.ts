import fc from "fast-check";
import { expect, test } from "vitest";
import { paginate } from "#press/paginate.ts";

const size = fc.record({ full: fc.integer({ min: 1, max: 20 }), least: fc.nat(20) });
const upTo = (count: number) => Array.from({ length: count }, (_none, at) => at);

test("the pages from the latest down hold every value once, newest first", () => {
  fc.assert(
    fc.property(fc.nat(200), size, (count, pageSize) => {
      const pages = paginate(upTo(count), pageSize);
      expect(pages.toReversed().flatMap(({ values }) => values)).toEqual(upTo(count).reverse());
      expect(pages.map(({ page }) => page)).toEqual([...upTo(pages.length - 1).map((at) => at + 1), "latest"]);
    }),
  );
});

test("a full page never changes when values are added, and the latest holds as many as it should", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(50), size, (count, more, pageSize) => {
      const before = paginate(upTo(count), pageSize);
      const after = paginate(upTo(count + more), pageSize);
      expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
      const latest = before.at(-1)?.values.length ?? 0;
      expect(latest).toBeGreaterThanOrEqual(Math.min(count, pageSize.least));
      expect(latest).toBeLessThan(pageSize.full + Math.max(pageSize.least, 1));
    }),
  );
});
