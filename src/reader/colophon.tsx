import { overviewTitle } from "#edition/list-titles.ts";
import type { Manifest } from "#edition/manifest.ts";
import { addresses, type ListKind } from "#edition/paths.ts";
import { type Clock, PrintedTime } from "#ui/printed-time.tsx";
import { EditionLink } from "./edition-link.tsx";
import type { Edition } from "./edition-source.ts";
import { interfaceLanguage, sayArticles, sayCopyProblem, sayUnread, words } from "./words.ts";

const overviews: readonly ListKind[] = ["months", "topics", "places", "authors", "credits"];

/** The foot of every page: everything that has no other way in, and what this edition is. */
export function Colophon({ edition, manifest, clock }: { edition: Edition; manifest: Manifest; clock: Clock }) {
  const { newsroom, newest, articles } = manifest;
  const spiked = edition.live?.spiked ?? [];
  return (
    <footer className="page no-print" lang={interfaceLanguage}>
      <div className="colophon">
        <div className="grid content-start gap-1">
          <p className="font-text font-bold" lang={newsroom.language}>
            {newsroom.name}
          </p>
          <p className="meta">
            {sayArticles(articles)}
            {newest && (
              <>
                {" · "}
                {words.latest} <PrintedTime instant={newest} clock={clock} />
              </>
            )}
          </p>
          {newsroom.licence && <p className="meta">{newsroom.licence}</p>}
          {spiked.length > 0 && (
            <details className="meta">
              <summary className="tap">{sayUnread(spiked.length)}</summary>
              <ul className="grid gap-2">
                {spiked.map((problem) => (
                  <li key={`${problem.file} ${problem.field}`}>{sayCopyProblem(problem)}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
        <nav aria-label={words.more}>
          <ul className="colophon-links">
            {overviews.map((kind) => (
              <li key={kind}>
                <EditionLink className="tap" to={addresses.overview(kind)}>
                  {overviewTitle(kind)}
                </EditionLink>
              </li>
            ))}
            <li>
              <EditionLink className="tap" to={addresses.search}>
                {words.search}
              </EditionLink>
            </li>
            {edition.opened ? null : (
              <>
                <li>
                  <EditionLink className="tap" to={addresses.open}>
                    {words.openFile}
                  </EditionLink>
                </li>
                {!edition.live && (
                  <li>
                    <a className="tap" href={`${edition.base}feed.json`} type="application/feed+json">
                      {words.feed}
                    </a>
                  </li>
                )}
              </>
            )}
            <li>
              <a className="tap" href={`${edition.base}notices.txt`}>
                {words.notices}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
