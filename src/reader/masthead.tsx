import { Search } from "lucide-react";
import { useLocation } from "react-router";
import type { Manifest } from "#edition/manifest.ts";
import { addresses } from "#edition/paths.ts";
import { type Clock, PrintedToday } from "#ui/printed-time.tsx";
import { EditionLink } from "./edition-link.tsx";
import { useFrame, useWords } from "./frame-context.ts";
import { useClosedDetails } from "./use-closed-details.ts";

type MastheadProps = { readonly manifest: Manifest; readonly clock: Clock };

/** The front page's: a nameplate with the day, then the sections and a field to search. */
export function Nameplate({ manifest, clock }: MastheadProps) {
  const words = useWords();
  const { name, tagline, language } = manifest.newsroom;
  return (
    <header className="page no-print" lang={language}>
      <div className="nameplate">
        <div className="nameplate-name">
          <EditionLink to="">{name}</EditionLink>
        </div>
        <p className="meta nameplate-day">
          <span>
            <PrintedToday clock={clock} newest={manifest.newest} />
          </span>
          {tagline && <span>{tagline}</span>}
        </p>
      </div>
      <div className="rule-oxford" />
      <div className="nameplate-row">
        <nav aria-label={words.plain.sections}>
          <SectionLinks manifest={manifest} />
        </nav>
        <SearchField />
      </div>
    </header>
  );
}

/** Every other page's: one row, so that the page begins near the top of a phone. */
export function Masthead({ manifest }: MastheadProps) {
  const words = useWords();
  const menu = useClosedDetails();
  const { name, language } = manifest.newsroom;
  return (
    <header className="page no-print" lang={language}>
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
          <Search aria-hidden size={20} />
          {words.plain.search}
        </EditionLink>
        <details className="masthead-menu" ref={menu}>
          <summary className="tap">{words.plain.sections}</summary>
          <nav className="masthead-panel" aria-label={words.plain.sections}>
            <SectionLinks manifest={manifest} />
          </nav>
        </details>
      </div>
      <div className="rule-oxford" />
    </header>
  );
}

function SectionLinks({ manifest }: { manifest: Manifest }) {
  const { pathname } = useLocation();
  return (
    <ul className="section-links">
      {manifest.sections.map(({ slug, name }) => {
        const to = addresses.list("sections", slug);
        return (
          <li key={slug}>
            <EditionLink className="tap" to={to} {...(pathname.endsWith(`/${to}`) && { "aria-current": "page" })}>
              {name}
            </EditionLink>
          </li>
        );
      })}
    </ul>
  );
}

function SearchField() {
  const words = useWords();
  return (
    <search lang={words.language}>
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
          <Search aria-hidden size={20} />
          <span className="visually-hidden">{words.plain.search}</span>
        </button>
      </form>
    </search>
  );
}
