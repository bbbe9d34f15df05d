import type { Block } from "#domain/block.ts";
import { inlineText } from "#domain/block.ts";
import type { Picture } from "#domain/picture.ts";
import { Figure, type FigureWords } from "./figure.tsx";
import { InlineText } from "./inline-text.tsx";

export type BodyWords = FigureWords & { readonly table: string; readonly code: string; readonly gallery: string };

type Said = {
  readonly words: BodyWords;
  /** Which of the article's pictures one is, from 1. */
  readonly numberOf: (picture: Picture) => number | undefined;
};

/** The blocks of a body in reading order. The keys are positions: a body never changes while it is shown. */
export function ArticleBody({ blocks, ...said }: Said & { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => <BodyBlock key={at} block={block} {...said} />);
}

function BodyBlock({ block, ...said }: Said & { readonly block: Block }) {
  const { words, numberOf } = said;
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <InlineText content={block.content} />
        </p>
      );
    case "crosshead": {
      const Heading = `h${block.level}` as const;
      return (
        <Heading>
          <InlineText content={block.content} />
        </Heading>
      );
    }
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.entries.map((entry, at) => (
            <li key={at}>
              <ArticleBody blocks={entry} {...said} />
            </li>
          ))}
        </List>
      );
    }
    case "quote":
      return (
        <blockquote>
          <ArticleBody blocks={block.blocks} {...said} />
          {block.attribution && <footer className="meta">— {block.attribution}</footer>}
        </blockquote>
      );
    case "pull-quote":
      return (
        <aside className="pull-quote">
          <p>
            <InlineText content={block.content} />
          </p>
          {block.attribution && <footer className="meta pt-2">— {block.attribution}</footer>}
        </aside>
      );
    case "figure":
      return <Figure picture={block.picture} number={numberOf(block.picture)} words={words} place="body" />;
    case "gallery":
      return <Gallery pictures={block.pictures} caption={block.caption} {...said} />;
    case "table":
      return <Table block={block} words={words} />;
    case "code":
      return (
        <section className="scroll-box" aria-label={words.code} tabIndex={0}>
          <pre>
            <code>{block.text}</code>
          </pre>
        </section>
      );
    case "video":
      return (
        <figure>
          <video controls preload="none" src={block.url} poster={block.poster?.url} aria-label={block.title} />
          {block.title && <figcaption className="meta pt-2">{block.title}</figcaption>}
        </figure>
      );
    case "audio":
      return (
        <figure>
          <audio controls preload="none" src={block.url} aria-label={block.title} />
          {block.title && <figcaption className="meta pt-2">{block.title}</figcaption>}
        </figure>
      );
    case "embed-link":
      return (
        <p className="embed-link">
          <a href={block.url}>{block.title}</a>{" "}
          <span className="meta">({new URL(block.url, "https://relative.invalid").hostname})</span>
        </p>
      );
    case "rule":
      return <hr />;
  }
}

function Gallery({
  pictures,
  caption,
  words,
  numberOf,
}: Said & {
  pictures: readonly Picture[];
  caption: string | undefined;
}) {
  return (
    <section aria-label={caption ?? words.gallery} className="gallery">
      {pictures.map((picture, at) => (
        <Figure key={at} picture={picture} number={numberOf(picture)} words={words} place="body" />
      ))}
      {caption && <p className="meta">{caption}</p>}
    </section>
  );
}

function Table({ block, words }: { block: Extract<Block, { kind: "table" }>; words: BodyWords }) {
  const { head, rows, caption } = block;
  return (
    <section className="scroll-box" aria-label={caption ?? words.table} tabIndex={0}>
      <table>
        {caption && <caption>{caption}</caption>}
        {head.length > 0 && (
          <thead>
            <tr>
              {head.map((cell, at) =>
                inlineText(cell) === "" ? (
                  <td key={at} />
                ) : (
                  <th key={at} scope="col">
                    <InlineText content={cell} />
                  </th>
                ),
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={at}>
                  <InlineText content={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
