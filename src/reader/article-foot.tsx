import type { Article, Named } from "#domain/article.ts";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";
import { Said } from "./said.tsx";

/** Under the text: what the story is about, and what it rests on. */
export function ArticleFoot({ article }: { article: Article }) {
  const words = useWords();
  const { topics, places, sources, licence, canonicalUrl } = article;
  if (topics.length + places.length + sources.length === 0 && !licence && !canonicalUrl) return null;
  return (
    <footer className="article-foot far-below">
      <NamedLinks title={words.plain.topics} kind="topics" names={topics} />
      <NamedLinks title={words.plain.places} kind="places" names={places} />
      {sources.length > 0 && (
        <section>
          <h2 className="foot-title">
            <Said>{words.plain.sources}</Said>
          </h2>
          <ul className="foot-sources">
            {sources.map(({ title, url }) => (
              <li key={url}>
                <a className="text-link" href={url}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {canonicalUrl && (
        <p className="meta">
          <Said>{words.plain.original}</Said>{" "}
          <a className="text-link" href={canonicalUrl}>
            {new URL(canonicalUrl).hostname}
          </a>
        </p>
      )}
      {licence && (
        <p className="meta">
          <Said>{words.plain.licence}</Said> {licence}
        </p>
      )}
    </footer>
  );
}

function NamedLinks({ title, kind, names }: { title: string; kind: "topics" | "places"; names: readonly Named[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h2 className="foot-title">
        <Said>{title}</Said>
      </h2>
      <ul className="foot-names">
        {names.map(({ name, slug }) => (
          <li key={slug}>
            <EditionLink className="tap text-link" to={addresses.list(kind, slug)}>
              {name}
            </EditionLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
