/** Whether the reader, or their browser, wants no picture before it is tapped: noted on the document as the page opens. */
export function savesData(): boolean {
  return typeof document !== "undefined" && document.documentElement.dataset["pictures"] === "tapped";
}
