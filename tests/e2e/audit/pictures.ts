import type { Page } from "@playwright/test";
import type { Check, Faults } from "./check.ts";

/** Makes every picture of the page come, also those far below. */
async function withPictures(page: Page, look: () => Faults): Faults {
  await page.evaluate(async () => {
    const waiting = [...document.images].filter((image) => image.loading === "lazy");
    for (const image of waiting) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    for (const image of waiting) image.loading = "lazy";
  });
  return look();
}

export const pictures: readonly Check[] = [
  {
    criteria: "IMG-09",
    about: "one picture is asked for first; those below the first screen wait",
    on: "main img",
    faults: (page) =>
      page.evaluate(() => {
        const images = [...document.querySelectorAll<HTMLImageElement>("main img")];
        const urgent = images.filter(({ fetchPriority }) => fetchPriority === "high");
        return [
          ...(urgent.length > 1 ? [`${urgent.length} pictures are asked for first`] : []),
          ...urgent.filter(({ loading }) => loading === "lazy").map(({ src }) => `${src} is urgent and waits`),
          ...images
            .filter(
              (image) => image.loading !== "lazy" && image.getBoundingClientRect().top + scrollY > 2 * innerHeight,
            )
            .map(({ src }) => `${src} does not wait`),
        ];
      }),
  },
  {
    criteria: "IMG-01 IMG-02 IMG-12 REL-08",
    about: "every picture has its alternative text, which is none beside a headline",
    on: "main img",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLImageElement>("img")].flatMap((image) => {
          const { alt } = image;
          const isBesideHeadline = image.closest("[data-card]") !== null;
          const isPoor =
            /^(?:image|picture|photo(?:graph)?) of|\.(?:jpe?g|png|svg|webp|avif)$/iu.test(alt) || alt.length > 250;
          return [
            ...(image.hasAttribute("alt") ? [] : [`${image.src} has no alt`]),
            ...(isPoor ? [`alt “${alt}”`] : []),
            ...(isBesideHeadline && (alt !== "" || image.closest("a"))
              ? [`${image.src} is a stop, or speaks, beside its headline`]
              : []),
          ];
        }),
      ),
  },
  {
    criteria: "IMG-03",
    about: "alternative text and caption do not say the same",
    on: "figure img",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("figure")].flatMap((figure) => {
          const wordsOf = (text: string) => new Set(text.toLocaleLowerCase().match(/\p{L}{3,}/gu));
          const alt = wordsOf(figure.querySelector("img")?.alt ?? "");
          const caption = wordsOf(figure.querySelector("figcaption")?.textContent ?? "");
          const shared = [...alt].filter((word) => caption.has(word)).length;
          return alt.size > 0 && shared / alt.size >= 0.8 ? [`“${[...alt].join(" ")}” stands in its caption`] : [];
        }),
      ),
  },
  {
    criteria: "IMG-04 IMG-05 IMG-06",
    about: "a picture is a figure with caption and credit after it, each an element with its unseen name",
    on: "article.article figure img",
    faults: (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("article.article figure:has(img)")].flatMap((figure) => {
          const image = figure.querySelector("img");
          const caption = figure.querySelector("figcaption");
          const credit = caption?.querySelector("[data-credit]");
          const isAfter = image && caption && image.compareDocumentPosition(caption) & Node.DOCUMENT_POSITION_FOLLOWING;
          const named = [...figure.querySelectorAll("figcaption .visually-hidden")].filter(({ textContent }) =>
            textContent?.trim(),
          );
          const isSmall = credit && Number.parseFloat(getComputedStyle(credit).fontSize) < 13;
          const isSeen = [caption, credit].every((words) => words?.checkVisibility());
          return isAfter && credit && named.length === 2 && !isSmall && isSeen
            ? []
            : [`${figure.id}: ${caption?.textContent}`];
        }),
      ),
  },
  {
    criteria: "IMG-07 IMG-08",
    about: "a picture’s place is kept before it comes, in its own proportions",
    on: "main img",
    faults: (page) =>
      withPictures(page, () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLImageElement>("main img")]
            .filter((image) => image.checkVisibility())
            .flatMap((image) => {
              const { objectFit, aspectRatio } = getComputedStyle(image);
              const { width, height } = image.getBoundingClientRect();
              const isKept = aspectRatio !== "auto" || (image.hasAttribute("width") && image.hasAttribute("height"));
              const off = Math.abs((width / height) * (image.naturalHeight / image.naturalWidth) - 1);
              const isBent = objectFit === "fill" && off > 0.03;
              return [
                ...(isKept ? [] : [`${image.src} has no place`]),
                ...(isBent ? [`${image.src} is bent by ${(100 * off).toFixed(0)} %`] : []),
                ...(image.naturalWidth > 0 ? [] : [`${image.src} did not come`]),
              ];
            }),
        ),
      ),
  },
  {
    criteria: "IMG-16",
    about: "in the dark photographs are dimmed by at most 15 %, and nothing else is",
    on: "main img",
    faults: async (page) => {
      await page.emulateMedia({ colorScheme: "dark" });
      const faults = await page.evaluate(() =>
        [...document.querySelectorAll("main img")].flatMap((image) => {
          const { filter } = getComputedStyle(image);
          const [, left = "1"] = /^brightness\(([\d.]+)\)$/u.exec(filter) ?? [];
          const isFine = image.matches(".photograph") ? Number(left) >= 0.85 && filter !== "" : filter === "none";
          return isFine ? [] : [`${(image as HTMLImageElement).src} has ${filter}`];
        }),
      );
      await page.emulateMedia({ colorScheme: "light" });
      return faults;
    },
  },
];
