import { useSuspenseQuery } from "@tanstack/react-query";
import { type Article, picturesOf } from "#domain/article.ts";
import type { Block } from "#domain/block.ts";
import type { Picture } from "#domain/picture.ts";
import type { Related } from "#edition/article-document.ts";
import { articleHead } from "#edition/page-head.ts";
import { addresses } from "#edition/paths.ts";
import { ArticleBody } from "#ui/article-body.tsx";
import { Figure } from "#ui/figure.tsx";
import { PrintedTime } from "#ui/printed-time.tsx";
import { AlsoRead } from "./also-read.tsx";
import { ArticleFoot } from "./article-foot.tsx";
import { ArticleSide } from "./article-side.tsx";
import { CreditLink } from "./credit-link.tsx";
import { EditionLink } from "./edition-link.tsx";
import { useFrame, useWords } from "./frame-context.ts";
import { Neighbours, RelatedPanel } from "./onward.tsx";
import { articleQuery } from "./queries.ts";
import { useReading } from "./reading.ts";
import { versionOf } from "./reading-marks.ts";
import { NewsroomsOwn, Said } from "./said.tsx";
import { bodyWordsOf } from "./say.ts";
import { spokenBy } from "./stories.tsx";
import { usePageHead } from "./use-page-head.ts";

export function ArticlePage({ slug }: { slug: string }) {
  const words = useWords();
  const { edition, manifest } = useReading();
  const { data: document } = useSuspenseQuery(articleQuery(edition, slug));
  const { article, minutes, related, neighbours, alternates } = document;
  usePageHead(articleHead(manifest.newsroom, document));
  const { release } = article;
  if (release.kind === "withdrawn") return <Withdrawn article={article} reason={release.reason} />;
  const figures = picturesOf(article).filter(({ url }) => url);
  const numberOf = (picture: Picture) => figures.indexOf(picture) + 1 || undefined;
  const { before, aside, after, panel } = arranged(article.body, related);
  return (
    <>
      <article className="article" data-version={versionOf(article)} {...spokenBy(article)}>
        <ArticleHead article={article} />
        <ArticleSide
          article={article}
          alternates={alternates}
          minutes={minutes}
          isOpened={edition.opened !== undefined}
        />
        {article.pictures.length > 0 && (
          <div className="article-pictures">
            {article.pictures.map((picture, at) => (
              <Figure
                key={at}
                picture={picture}
                number={numberOf(picture)}
                words={bodyWordsOf(words)}
                place="articleLead"
                isFirst={at === 0}
                credit={picture.credit && <CreditLink credit={picture.credit} />}
              />
            ))}
          </div>
        )}
        <div className="article-text">
          <Corrections article={article} />
          <div className="prose" data-article-body>
            <ArticleBody blocks={before} words={bodyWordsOf(words)} numberOf={numberOf} />
            {aside && <AlsoRead related={aside} />}
            <ArticleBody blocks={after} words={bodyWordsOf(words)} numberOf={numberOf} />
          </div>
          <ArticleFoot article={article} />
        </div>
      </article>
      <RelatedPanel related={panel} section={article.section} />
      <Neighbours neighbours={neighbours} section={article.section} />
    </>
  );
}

function ArticleHead({ article }: { article: Article }) {
  const { section, kicker, headline, standfirst } = article;
  return (
    <header className="article-head">
      <p className="kicker">
        <EditionLink className="tap" to={addresses.list("sections", section.slug)}>
          <NewsroomsOwn>{section.name}</NewsroomsOwn>
        </EditionLink>{" "}
        {kicker && <span className="article-kicker">{kicker}</span>}
      </p>
      <h1 className="headline headline-xl" tabIndex={-1}>
        {headline}
      </h1>
      {standfirst && <p className="standfirst">{standfirst}</p>}
    </header>
  );
}

/** Above the text, where the readers of the error will see it. */
function Corrections({ article }: { article: Article }) {
  const { words, clock } = useFrame();
  return article.corrections.map(({ at, text }) => (
    <aside key={at} className="correction" aria-label={words.plain.correction}>
      <p>
        <strong {...words.attributes}>{words.plain.correction}</strong>{" "}
        <span className="meta">
          <PrintedTime instant={at} clock={clock} />
        </span>
      </p>
      <p>{text}</p>
    </aside>
  ));
}

function Withdrawn({ article, reason }: { article: Article; reason: string }) {
  const words = useWords();
  return (
    <article className="page-message" {...spokenBy(article)}>
      <h1 className="headline headline-xl" tabIndex={-1}>
        {article.headline}
      </h1>
      <p className="standfirst">
        <Said>{words.plain.withdrawn}</Said> {reason}
      </p>
      <p>
        <EditionLink className="control" to={addresses.list("sections", article.section.slug)}>
          <Said>{words.plain.moreInSection}</Said>
        </EditionLink>
      </p>
    </article>
  );
}

const fewestForAside = 9;

/**
 * In a long article the best related story stands beside the text, two fifths of the way down and before a paragraph;
 * the panel below then has the others.
 */
function arranged(body: readonly Block[], related: readonly Related[]) {
  const [aside, ...panel] = related;
  const from = Math.ceil(body.length * 0.4);
  const at = body.findIndex(
    (block, place) => place >= from && block.kind === "paragraph" && body[place - 1]?.kind === "paragraph",
  );
  if (!aside || body.length < fewestForAside || at < 0)
    return { before: body, aside: undefined, after: [], panel: related };
  return { before: body.slice(0, at), aside, after: body.slice(at), panel };
}
