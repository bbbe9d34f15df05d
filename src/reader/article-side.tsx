import type { ReactNode } from "react";
import type { Article } from "#domain/article.ts";
import type { Alternate } from "#edition/article-document.ts";
import { addresses } from "#edition/paths.ts";
import { PrintedTime } from "#ui/printed-time.tsx";
import { ArticleTools } from "./article-tools.tsx";
import { EditionLink } from "./edition-link.tsx";
import { useFrame, useWords } from "./frame-context.ts";
import { Said } from "./said.tsx";

type Props = {
  readonly article: Article;
  readonly alternates: readonly Alternate[];
  readonly minutes: number;
  /** Files of the reader's own device are nowhere to be embedded from. */
  readonly isOpened: boolean;
};

/** Who wrote it, where and when it was filed, how long it takes, and the way to the copy that it came from. */
export function ArticleSide({ article, alternates, minutes, isOpened }: Props) {
  const { words, clock } = useFrame();
  const { plain } = words;
  const { bylines, dateline, published, updated, headlineDerived, provenance } = article;
  return (
    <div className="article-side">
      {bylines.length > 0 && (
        <p className="byline">
          <Said>{plain.by}</Said>{" "}
          {bylines.map(({ name, slug, role }, at) => (
            <span key={slug}>
              {at > 0 && ", "}
              <EditionLink rel="author" className="text-link" to={addresses.list("authors", slug)}>
                {name}
              </EditionLink>
              {role && <span className="meta">, {role}</span>}
            </span>
          ))}
        </p>
      )}
      <dl className="meta facts">
        {dateline && <Fact name={plain.filedFrom}>{dateline.printed}</Fact>}
        <Fact name={plain.published}>
          <PrintedTime instant={published} clock={clock} />
        </Fact>
        {updated && (
          <Fact name={plain.updated}>
            <PrintedTime instant={updated} clock={clock} />
          </Fact>
        )}
      </dl>
      <p className="meta">
        <Said>{words.count("minutes", minutes)}</Said>
      </p>
      {alternates.length > 0 && <AlsoIn alternates={alternates} />}
      {headlineDerived && (
        <p className="meta">
          <Said>{plain.derivedHeadline}</Said>
        </p>
      )}
      {provenance.kind === "wire-text" && (
        <p className="meta no-print">
          <EditionLink className="tap text-link" to={addresses.filed(article.slug)}>
            <Said>{plain.viewAsFiled}</Said>
          </EditionLink>
        </p>
      )}
      {!isOpened && (
        <p className="meta no-print">
          <EditionLink className="tap text-link" to={`${addresses.embed}?id=${encodeURIComponent(article.slug)}`}>
            <Said>{plain.embed}</Said>
          </EditionLink>
        </p>
      )}
      <ArticleTools slug={article.slug} />
    </div>
  );
}

/** The same story in other languages, each named by itself. */
function AlsoIn({ alternates }: Pick<Props, "alternates">) {
  return (
    <p className="meta no-print">
      <Said>{useWords().plain.alsoInLanguages}</Said>{" "}
      {alternates.map(({ language, languageName, direction, slug }, at) => (
        <span key={slug}>
          {at > 0 && " · "}
          <EditionLink
            className="tap text-link language-name"
            to={addresses.article(slug)}
            hrefLang={language}
            lang={language}
            dir={direction}
          >
            {languageName}
          </EditionLink>
        </span>
      ))}
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Said>{name}</Said>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
