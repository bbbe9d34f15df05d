import { test as base, expect } from "@playwright/test";

/** A test that also fails when anything on its pages throws and is not caught, as when the app could not take a page over. */
export const test = base.extend<{ uncaught: string[] }>({
  uncaught: [
    async ({ page }, use) => {
      const uncaught: string[] = [];
      page.on("pageerror", ({ message }) => uncaught.push(message));
      await use(uncaught);
      expect(uncaught).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
