import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { noticesFile, workerNotices } from "./src/cli/worker-notices.ts";

/** react-router's main entry is its development build, warnings and all; the other one lies beside it. */
const leanRouter = {
  find: /^react-router$/u,
  replacement: fileURLToPath(new URL("node_modules/react-router/dist/production/index.mjs", import.meta.url)),
};

/** Later chunks have no style sheets of their own and are not asked for ahead, so that importing one needs no help. */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : undefined),
};

/**
 * Lets go of the router's components that the reader never draws. Their making and naming look as if somebody could notice them,
 * and the names are for developers' tools.
 */
const leanComponents: Plugin = {
  name: "lean-components",
  apply: "build",
  transform: {
    filter: { id: /react-router\/dist\/production/u },
    handler: (code) =>
      code
        .replace(/^\w+\.displayName = .*;$/gmu, "")
        .replace(/= (?=React\d*\.(?:forwardRef|memo|createContext)\()/gu, "= /* @__PURE__ */ "),
  },
};

/** What the query library has for changing things on a server, and for lists that are fetched in parts: the reader does neither. */
const withoutUse: Readonly<Record<string, string>> = {
  mutationCache: "export class MutationCache { clear() {} async resumePausedMutations() {} }",
  infiniteQueryBehavior:
    "export const infiniteQueryBehavior = () => {}, hasNextPage = () => false, hasPreviousPage = hasNextPage;",
};

const leanQueries: Plugin = {
  name: "lean-queries",
  apply: "build",
  enforce: "pre",
  load: (id) => withoutUse[/query-core\/build\/modern\/(\w+)\.js$/u.exec(id)?.[1] ?? ""],
};

const notices = workerNotices();

export default defineConfig(({ command }) => ({
  // Relative, so that a built site works under any path; the press makes the addresses absolute in its pages.
  base: "./",
  plugins: [react(), tailwindcss(), plainImports, leanComponents, leanQueries, notices.inPages],
  resolve: { alias: command === "build" ? [leanRouter] : [] },
  worker: { format: "es", plugins: () => [notices.inWorkers] },
  build: {
    target: "es2022",
    modulePreload: false,
    // The press copies the pictures and the feed that it prints; a plain build keeps them all, and reads feed.json live.
    manifest: true,
    license: { fileName: noticesFile },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What is needed at once is one file, however much of it later pages need as well.
      output: { codeSplitting: { groups: [{ name: "reader", tags: ["$initial"] }] } },
    },
    chunkSizeWarningLimit: 600,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          environment: "node",
          include: ["tests/{domain,words,search,wire,edition,press,widgets,workers,cli,demo}/**/*.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "pages",
          environment: "jsdom",
          include: ["tests/{ui,reader}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/reader/setup.ts"],
          testTimeout: 15_000,
        },
      },
    ],
  },
}));
