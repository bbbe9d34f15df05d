import type { Block, Inline } from "#domain/block.ts";
import { escapedHtml, markElements } from "#domain/markup.ts";
import type { Picture } from "#domain/picture.ts";

/** Makes an address of the copy fit for the place where the HTML will be read. */
type Address = (url: string) => string;

/** Renders a body as plain semantic HTML for feed readers. Reading it again gives the same blocks. */
export function renderBlocks(blocks: readonly Block[], address: Address = (url) => url): string {
  return blocks.map((block) => renderBlock(block, address)).join("\n");
}

function renderBlock(block: Block, address: Address): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${renderInline(block.content, address)}</p>`;
    case "crosshead":
      return `<h${block.level}>${renderInline(block.content, address)}</h${block.level}>`;
    case "list": {
      const name = block.ordered ? "ol" : "ul";
      return `<${name}>${block.entries.map((entry) => `<li>${renderBlocks(entry, address)}</li>`).join("")}</${name}>`;
    }
    case "quote":
      return `<blockquote>${renderBlocks(block.blocks, address)}${attribution(block.attribution)}</blockquote>`;
    case "pull-quote":
      return `<aside class="pull-quote"><p>${renderInline(block.content, address)}</p>${attribution(block.attribution)}</aside>`;
    case "figure":
      return renderPicture(block.picture, address);
    case "gallery": {
      const caption = block.caption
        ? `<figcaption>${escapedHtml(block.caption)}<span data-credit></span></figcaption>`
        : "";
      return `<figure data-gallery>${block.pictures.map((picture) => renderPicture(picture, address)).join("")}${caption}</figure>`;
    }
    case "table":
      return renderTable(block, address);
    case "code":
      return `<pre><code${block.language ? ` class="language-${escapedHtml(block.language)}"` : ""}>${escapedHtml(block.text)}</code></pre>`;
    case "video":
    case "audio": {
      const title = block.title ? ` title="${escapedHtml(block.title)}"` : "";
      const poster = block.poster?.url ? ` poster="${escapedHtml(address(block.poster.url))}"` : "";
      const mime = block.mime ? ` type="${escapedHtml(block.mime)}"` : "";
      return `<${block.kind} controls${title}${poster}><source src="${escapedHtml(address(block.url))}"${mime}></${block.kind}>`;
    }
    case "embed-link":
      return `<p><a data-embed href="${escapedHtml(address(block.url))}">${escapedHtml(block.title)}</a></p>`;
    case "rule":
      return "<hr>";
  }
}

function renderInline(content: readonly Inline[], address: Address): string {
  return content
    .map((run) => {
      if (typeof run === "string") return escapedHtml(run);
      switch (run.kind) {
        case "break":
          return "<br>";
        case "link":
          return `<a href="${escapedHtml(address(run.url))}">${renderInline(run.content, address)}</a>`;
        case "foreign":
          return `<span lang="${escapedHtml(run.language)}">${renderInline(run.content, address)}</span>`;
        case "emphasis":
        case "strong":
        case "code":
        case "mark":
        case "small":
        case "sub":
        case "sup":
        case "strike":
          return `<${markElements[run.kind]}>${renderInline(run.content, address)}</${markElements[run.kind]}>`;
      }
    })
    .join("");
}

function renderPicture({ url, alt, caption, credit, width, height, focal, drawn }: Picture, address: Address): string {
  const size = width && height ? ` width="${width}" height="${height}"` : "";
  const extra = `${focal ? ` data-focal="${focal.x} ${focal.y}"` : ""}${drawn ? " data-drawn" : ""}`;
  const image = url ? `<img src="${escapedHtml(address(url))}" alt="${escapedHtml(alt)}"${size}${extra}>` : "";
  const words =
    caption || credit
      ? `<figcaption>${escapedHtml(caption ?? "")} <cite data-credit>${escapedHtml(credit ?? "")}</cite></figcaption>`
      : "";
  return `<figure${url || alt === "" ? "" : ` data-alt="${escapedHtml(alt)}"`}>${image}${words}</figure>`;
}

function renderTable({ head, rows, caption }: Extract<Block, { kind: "table" }>, address: Address): string {
  const row = (cells: readonly (readonly Inline[])[], name: "th" | "td") =>
    `<tr>${cells.map((cell) => `<${name}>${renderInline(cell, address)}</${name}>`).join("")}</tr>`;
  const headRow = head.length > 0 ? `<thead>${row(head, "th")}</thead>` : "";
  const title = caption ? `<caption>${escapedHtml(caption)}</caption>` : "";
  return `<table>${title}${headRow}<tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

function attribution(text: string | undefined): string {
  return text ? `<footer>${escapedHtml(text)}</footer>` : "";
}
