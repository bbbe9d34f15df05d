import { useLocation } from "react-router";
import { directionOf } from "#domain/language.ts";
import type { ManifestHead } from "#edition/manifest.ts";
import { addresses } from "#edition/paths.ts";
import { PrintedToday } from "#ui/printed-time.tsx";
import { EditionLink } from "./edition-link.tsx";
import { useFrame, useWords } from "./frame-context.ts";
import { Bookmark, Letters, Magnifier } from "./icons.tsx";
import { useClosedDetails } from "./use-closed-details.ts";

/** The front page's: a nameplate with the day, then the sections and a field to search. */
export function Nameplate({ manifest }: { manifest: ManifestHead }) {
  const { words, clock } = useFrame();
  const { name, tagline, language } = manifest.newsroom;
  return (
    <header className="page no-print" lang={language} dir={directionOf(language)}>
      <div className="nameplate">
        <div className="nameplate-name">
          <EditionLink to="">{name}</EditionLink>
        </div>
        <p className="meta nameplate-day">
          <PrintedToday clock={clock} newest={manifest.newest} /> {tagline && <span>{tagline}</span>}
        </p>
      </div>
      <div className="rule-oxford" />
      <div className="nameplate-row">
        <nav aria-label={words.plain.sections}>
          <SectionLinks manifest={manifest} />
        </nav>
        <SearchField />
        <OwnLinks />
      </div>
    </header>
  );
}

/** Every other page's: one row, so that the page begins near the top of a phone. */
export function Masthead({ manifest }: { manifest: ManifestHead }) {
  const words = useWords();
  const menu = useClosedDetails();
  const { name, language } = manifest.newsroom;
  return (
    <header className="page no-print" lang={language} dir={directionOf(language)}>
      <div className="masthead-row">
        <div className="masthead-name">
          <EditionLink className="tap" to="">
            {name}
          </EditionLink>
        </div>
        <nav className="masthead-sections" aria-label={words.plain.sections}>
          <SectionLinks manifest={manifest} />
        </nav>
        <EditionLink className="tap masthead-search" to={addresses.search}>
          <Magnifier />
          {words.plain.search}
        </EditionLink>
        <OwnLinks />
        <details className="disclosure masthead-menu" ref={menu}>
          <summary className="tap">{words.plain.sections}</summary>
          <div className="masthead-panel">
            <nav aria-label={words.plain.sections}>
              <SectionLinks manifest={manifest} />
            </nav>
            <OwnLinks />
          </div>
        </details>
      </div>
      <div className="rule-oxford" />
    </header>
  );
}

/** Without a component for each: they are hundreds on the pages of a newsroom with many sections. */
function SectionLinks({ manifest }: { manifest: ManifestHead }) {
  const { pathname } = useLocation();
  const { root } = useFrame();
  return (
    <ul className="section-links">
      {manifest.sections.map(({ slug, name }) => {
        const to = addresses.list("sections", slug);
        return (
          <li key={slug}>
            <a href={root + to} className="tap" aria-current={pathname.endsWith(`/${to}`) ? "page" : undefined}>
              {name}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function SearchField() {
  const words = useWords();
  return (
    <search {...words.attributes}>
      <form action={useFrame().root + addresses.search} className="search-row">
        <label className="visually-hidden" htmlFor="masthead-search">
          {words.plain.searchFor}
        </label>
        <input
          id="masthead-search"
          className="field"
          type="search"
          name="q"
          enterKeyHint="search"
          autoComplete="off"
          placeholder={words.plain.search}
        />
        <button className="control" type="submit">
          <Magnifier />
          <span className="visually-hidden">{words.plain.search}</span>
        </button>
      </form>
    </search>
  );
}

/** What is the reader's own: in the menu by name, elsewhere by a sign. */
function OwnLinks() {
  const { words, isOpened } = useFrame();
  const { tools, saved, settings } = words.plain;
  return (
    <nav aria-label={tools} className="own-links with-scripts" {...words.attributes}>
      {!isOpened && (
        <EditionLink className="tap" to={addresses.saved} title={saved}>
          <Bookmark />
          <span>{saved}</span>
        </EditionLink>
      )}
      <EditionLink className="tap" to={addresses.settings} title={settings}>
        <Letters />
        <span>{settings}</span>
      </EditionLink>
    </nav>
  );
}
