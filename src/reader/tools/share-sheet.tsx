import { useState } from "react";
import { beginningOf, blocksOfPage } from "../reading-history.ts";
import { Sheet, type SheetProps } from "./sheet.tsx";

/** Sends the article on: by the device where it can, otherwise by copying. */
export function ShareSheet({ words, onClose }: SheetProps) {
  const [{ headline, link, paragraph }] = useState(sharedOfPage);
  const [said, setSaid] = useState("");
  /** What is left to be copied by hand. */
  const [uncopied, setUncopied] = useState<string>();
  const { plain } = words;
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setUncopied(undefined);
      setSaid(plain.copied);
    } catch {
      setUncopied(text);
      setSaid(plain.copyByHand);
    }
  };
  const share = async () => {
    try {
      await navigator.share({ title: headline, url: link });
      onClose();
    } catch (problem) {
      // Whoever turns back has changed their mind; otherwise copying is left.
      if (!(problem instanceof DOMException && problem.name === "AbortError")) await copy(link);
    }
  };
  return (
    <Sheet title={plain.share} words={words} onClose={onClose}>
      <div className="share-ways">
        {"share" in navigator && (
          <button type="button" className="control control-main" onClick={() => void share()}>
            {plain.shareWithApp}
          </button>
        )}
        <button type="button" className="control" onClick={() => void copy(link)}>
          {plain.copyLink}
        </button>
        <button type="button" className="control" onClick={() => void copy(`${headline}\n${link}`)}>
          {plain.copyHeadline}
        </button>
        {paragraph && (
          <>
            <button type="button" className="control" onClick={() => void copy(link + fragmentOf(paragraph.text))}>
              {plain.copyParagraph}
            </button>
            <blockquote className="share-paragraph" lang={paragraph.language} dir="auto">
              {paragraph.text} …
            </blockquote>
          </>
        )}
      </div>
      <output className="block pt-3">{said}</output>
      {uncopied !== undefined && (
        <textarea
          className="field"
          readOnly
          aria-label={plain.link}
          value={uncopied}
          rows={3}
          onFocus={({ target }) => target.select()}
        />
      )}
    </Sheet>
  );
}

/** What the page has to share; of its paragraphs the one in which something is selected, or the one at the top of the window. */
function sharedOfPage() {
  const { origin, pathname } = window.location;
  const selected = window.getSelection();
  const blocks = blocksOfPage().filter((block) => beginningOf(block) !== "");
  const isSelected = (block: Element) => selected?.isCollapsed === false && selected.containsNode(block, true);
  const isAtTop = (block: Element) => block.getBoundingClientRect().bottom > window.innerHeight / 4;
  const block = blocks.find(isSelected) ?? blocks.find(isAtTop);
  return {
    headline: document.querySelector("main h1")?.textContent ?? document.title,
    link: origin + pathname,
    paragraph: block && { text: beginningOf(block), language: block.closest("[lang]")?.getAttribute("lang") ?? "" },
  };
}

const wordsOfFragment = 8;

/** Browsers scroll to the text that such an address names, and mark it. */
function fragmentOf(text: string): string {
  const beginning = text.split(/\s+/u).slice(0, wordsOfFragment).join(" ");
  return `#:~:text=${encodeURIComponent(beginning).replace(/-/gu, "%2D")}`;
}
