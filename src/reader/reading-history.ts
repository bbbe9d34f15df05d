/** An article that was opened, and how far it was read. */
export type Visit = {
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly headline: string;
  readonly language: string;
  readonly direction: string;
  /** The paragraph at the top of the window, counted from 0, and how it begins; none of an article read to its end. */
  readonly block?: number;
  readonly text?: string;
};

/** By the path of the article's page on the host. */
export type Visits = Readonly<Record<string, Visit>>;

/** Where they are kept in the browser's storage. */
export const visitsKey = "dateline-read";
const most = 300;
const longest = 80;
/** Nobody needs to be led back to a beginning. */
const leastBlock = 2;

/** None where storage is denied or holds something else. */
export function storedVisits(): Visits {
  try {
    const visits = JSON.parse(localStorage.getItem(visitsKey) ?? "{}") as Visits | null;
    return typeof visits === "object" && visits && !Array.isArray(visits) ? visits : {};
  } catch {
    return {};
  }
}

/** The latest of them; reading goes on where storage is denied or full. */
export function storeVisits(visits: Visits): void {
  const latest = Object.entries(visits)
    .sort(([, one], [, other]) => other.at - one.at)
    .slice(0, most);
  try {
    localStorage.setItem(visitsKey, JSON.stringify(Object.fromEntries(latest)));
  } catch {
    // Nothing is kept.
  }
}

/** The paragraphs and other blocks of the article in the page, without what stands between them. */
export function blocksOfPage(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-article-body] > :not(aside)")];
}

/** Notes that the article in the page is read, and up to where. Having opened it again does not lose the place. */
export function noteVisit(): void {
  const article = document.querySelector<HTMLElement>("[data-version]");
  const blocks = blocksOfPage();
  const last = blocks.at(-1);
  if (!article || !last) return;
  const { lang: language, dir: direction, dataset } = article;
  const headline = article.querySelector("h1")?.textContent ?? "";
  const visits = storedVisits();
  const { block, text } = visits[location.pathname] ?? {};
  const isAtEnd = last.getBoundingClientRect().bottom <= innerHeight;
  const isScrolled = scrollY > 0;
  const found = blocks.findIndex((one) => one.getBoundingClientRect().bottom > innerHeight / 4);
  const place =
    found >= leastBlock
      ? { block: found, text: beginningOf(blocks[found]) }
      : { ...(block !== undefined && { block, text: text ?? "" }) };
  storeVisits({
    ...visits,
    [location.pathname]: {
      version: dataset["version"] ?? "",
      at: Date.now(),
      headline,
      language,
      direction,
      ...(!(isAtEnd && isScrolled) && place),
    },
  });
}

/** Enough whole words to know a block again, also after the article was changed before it. */
export function beginningOf(block: Element | undefined): string {
  const text = (block?.textContent ?? "").trim();
  return text.length > longest ? text.slice(0, longest).replace(/\s+\S*$/u, "") : text;
}
