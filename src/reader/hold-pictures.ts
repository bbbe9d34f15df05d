import { savesData } from "#ui/saves-data.ts";

const addresses = ["src", "srcset"];

let isHolding = false;

/**
 * While data is saved, no picture that comes into the page is fetched: its addresses stand beside those that a browser asks
 * for. A picture that a page wants first is not asked for ahead.
 */
export function holdPictures(): void {
  if (isHolding) return;
  isHolding = true;
  const hold = (node: Node) => {
    if (!(node instanceof Element)) return;
    for (const image of [node, ...node.querySelectorAll("img, source")]) {
      if (image.matches("link[rel=preload][as=image]")) image.remove();
      if (image.matches("img, picture > source")) move(image, "", "data-");
    }
  };
  new MutationObserver((records) => {
    if (savesData()) for (const { addedNodes } of records) addedNodes.forEach(hold);
  }).observe(document, { childList: true, subtree: true });
}

/** Asks for the pictures in a part of the page that were held. */
export function showPictures(part: ParentNode): void {
  for (const image of part.querySelectorAll("source[data-srcset], img[data-src]")) move(image, "data-", "");
}

function move(image: Element, from: string, to: string): void {
  for (const name of addresses) {
    const address = image.getAttribute(from + name);
    if (address === null) continue;
    image.setAttribute(to + name, address);
    image.removeAttribute(from + name);
  }
}
