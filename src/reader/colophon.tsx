import { overviewTitle } from "#edition/list-titles.ts";
import type { ManifestHead } from "#edition/manifest.ts";
import { addresses, type ListKind } from "#edition/paths.ts";
import { PrintedTime } from "#ui/printed-time.tsx";
import { CopyProblems } from "./copy-problems.tsx";
import { EditionLink } from "./edition-link.tsx";
import type { Edition } from "./edition-source.ts";
import { useFrame } from "./frame-context.ts";

const overviews: readonly ListKind[] = ["months", "topics", "places", "authors", "credits"];

/** The foot of every page: everything that has no other way in, and what this edition is. */
export function Colophon({ edition, manifest }: { edition: Edition; manifest: ManifestHead }) {
  const { words, clock } = useFrame();
  const { newsroom, newest, articles } = manifest;
  const spiked = edition.live?.spiked ?? [];
  return (
    <footer className="page no-print" {...words.attributes}>
      <div className="colophon far-below">
        <div className="grid content-start gap-1">
          <p className="font-text font-bold" lang={newsroom.language} dir={clock.direction}>
            {newsroom.name}
          </p>
          <p className="meta">
            {words.count("articles", articles)}
            {newest && (
              <>
                {" · "}
                {words.plain.latest} <PrintedTime instant={newest} clock={clock} />
              </>
            )}
          </p>
          {newsroom.licence && <p className="meta">{newsroom.licence}</p>}
          {spiked.length > 0 && (
            <details className="meta disclosure">
              <summary className="tap">{words.count("unread", spiked.length)}</summary>
              <CopyProblems problems={spiked} />
            </details>
          )}
        </div>
        <nav aria-label={words.plain.more}>
          <ul className="colophon-links">
            {overviews.map((kind) => (
              <li key={kind}>
                <EditionLink className="tap" to={addresses.overview(kind)}>
                  {overviewTitle(kind, words)}
                </EditionLink>
              </li>
            ))}
            <li>
              <EditionLink className="tap" to={addresses.search}>
                {words.plain.search}
              </EditionLink>
            </li>
            {!edition.opened && (
              <li>
                <EditionLink className="tap" to={addresses.saved}>
                  {words.plain.saved}
                </EditionLink>
              </li>
            )}
            <li>
              <EditionLink className="tap" to={addresses.settings}>
                {words.plain.settings}
              </EditionLink>
            </li>
            {edition.opened ? null : (
              <>
                <li>
                  <EditionLink className="tap" to={addresses.catchUp}>
                    {words.plain.catchUp}
                  </EditionLink>
                </li>
                <li>
                  <EditionLink className="tap" to={addresses.offline}>
                    {words.plain.offline}
                  </EditionLink>
                </li>
                <li>
                  <EditionLink className="tap" to={addresses.open}>
                    {words.plain.openFile}
                  </EditionLink>
                </li>
                {!edition.live && (
                  <li>
                    <a className="tap" href={`${edition.base}feed.json`} type="application/feed+json">
                      {words.plain.feed}
                    </a>
                  </li>
                )}
              </>
            )}
            <li>
              <a className="tap" href={`${edition.base}notices.txt`}>
                {words.plain.licences}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
