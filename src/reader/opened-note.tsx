import { useLoaderData } from "react-router";
import { addresses } from "#edition/paths.ts";
import type { Edition } from "./edition-source.ts";
import { interfaceLanguage, sayCopyProblem, sayOpened, sayUnread, words } from "./words.ts";

/** Over the pages of opened files: what is being read, what of it could not be, and the way back. */
export function OpenedNote() {
  const { opened, base } = useLoaderData<Edition>();
  if (!opened) return null;
  const { names, spiked } = opened;
  return (
    <aside className="page no-print" aria-label={sayOpened(names)} lang={interfaceLanguage}>
      <div className="opened-note">
        <p>
          {sayOpened(names)} {words.nothingUploaded}
        </p>
        {spiked.length > 0 && (
          <details>
            <summary className="tap">{sayUnread(spiked.length)}</summary>
            <ul className="meta grid gap-2">
              {spiked.map((problem) => (
                <li key={`${problem.file} ${problem.field}`}>{sayCopyProblem(problem)}</li>
              ))}
            </ul>
          </details>
        )}
        <p className="flex flex-wrap gap-x-6">
          <a className="tap text-link" href={`${base}${addresses.open}`}>
            {words.openAnother}
          </a>
          <a className="tap text-link" href={base}>
            {words.backToSite}
          </a>
        </p>
      </div>
    </aside>
  );
}
