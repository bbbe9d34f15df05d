import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The file that the build writes with the licences of the libraries in the pages' own bundle. */
export const noticesFile = "notices-software.md";

/** Names the libraries that are only in workers, which are bundles of their own, in the same file: one plugin for each side. */
export function workerNotices(): { readonly inWorkers: Plugin; readonly inPages: Plugin } {
  const packages = new Set<string>();
  return {
    inWorkers: {
      name: "find-worker-libraries",
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk") continue;
          for (const id of Object.keys(chunk.modules)) {
            const found = packageOf(id);
            if (found) packages.add(found);
          }
        }
      },
    },
    inPages: {
      name: "add-worker-libraries",
      generateBundle: {
        order: "post",
        handler(_options, bundle) {
          const notices = bundle[noticesFile];
          if (notices?.type !== "asset") return;
          const said = String(notices.source);
          const missing = [...packages]
            .sort()
            .map(noticeOf)
            .filter((notice) => !said.includes(notice.split("\n", 1)[0] ?? ""));
          notices.source = [said.trimEnd(), ...missing].join("\n\n").concat("\n");
        },
      },
    },
  };
}

/** The folder of the package that a module is from. */
function packageOf(id: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(id.replace(/^\0/u, ""))?.[0];
}

type About = { readonly name: string; readonly version: string; readonly license?: string };

function noticeOf(folder: string): string {
  const {
    name,
    version,
    license = "no licence given",
  } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as About;
  return `## ${name} - ${version} (${license})\n\n${licenceText(folder)}`;
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.\w+)?$/iu.test(entry));
  return file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
}
