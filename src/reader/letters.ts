/*
 * The letters of the house stand in a page as styles of their own, which name the files that they are in. A page that began in
 * stand-ins is read in them: letters that came later would have it laid out anew, and its next pages have them.
 */
const key = "dateline-letters";
/** Milliseconds. To whoever has a page so soon after asking for it, its letters come before it is painted. */
const soon = 100;

function stylesOfLetters(): HTMLStyleElement | null {
  return document.querySelector("style[data-letters]");
}

function filesOf(styles: HTMLElement | null): readonly string[] {
  return styles?.dataset["letters"]?.match(/\S+/gu) ?? [];
}

/** Where storage is denied, nothing was fetched. */
function areFetched(files: readonly string[]): boolean {
  try {
    const fetched = localStorage.getItem(key) ?? "";
    return files.every((file) => fetched.includes(file));
  } catch {
    return false;
  }
}

/** Sets the page that is being opened in its letters, if they were fetched before or will be at once. */
export function setInLetters(): void {
  const styles = stylesOfLetters();
  const files = filesOf(styles);
  if (!styles || (performance.now() > soon && !areFetched(files))) return;
  styles.media = "all";
  for (const href of files) {
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { rel: "preload", as: "font", crossOrigin: "", href }));
  }
}

/** Fetches the letters of the page for the next one, which tries again if they do not come. */
export async function fetchLetters(): Promise<void> {
  const files = filesOf(stylesOfLetters());
  if (areFetched(files)) return;
  try {
    await Promise.all(files.map(async (file) => (await fetch(file, { priority: "low" })).blob()));
    localStorage.setItem(key, files.join(" "));
  } catch {
    // Then they are not noted.
  }
}
