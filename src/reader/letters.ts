/*
 * The letters of the house stand in a page as styles of their own, which name the files that they are in. A page that began in
 * stand-ins is read in them: letters that came later would have it laid out anew, and its next pages have them.
 */
const key = "dateline-letters";
/** Milliseconds. To whoever has a page so soon after asking for it, its letters come before it is painted. */
const soon = 100;

type Letters = { readonly styles: HTMLStyleElement; readonly files: readonly string[] };

function lettersOfPage(): Letters | undefined {
  const styles = document.querySelector<HTMLStyleElement>("style[data-letters]");
  return styles ? { styles, files: styles.dataset["letters"]?.match(/\S+/gu) ?? [] } : undefined;
}

/** Where storage is denied, nothing was fetched. */
function isFetched(files: readonly string[]): boolean {
  try {
    const fetched = localStorage.getItem(key)?.split(" ") ?? [];
    return files.every((file) => fetched.includes(file));
  } catch {
    return false;
  }
}

/** Sets the page that is being opened in its letters, if they were fetched before or will be at once. */
export function setInLetters(): void {
  const letters = lettersOfPage();
  if (!letters || (performance.now() > soon && !isFetched(letters.files))) return;
  letters.styles.media = "all";
  for (const href of letters.files) {
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { rel: "preload", as: "font", crossOrigin: "", href }));
  }
}

/** Fetches the letters of the page for the next one. */
export async function fetchLetters(): Promise<void> {
  const { files = [] } = lettersOfPage() ?? {};
  if (isFetched(files)) return;
  try {
    const answers = await Promise.all(files.map((file) => fetch(file, { priority: "low" })));
    await Promise.all(answers.map((answer) => answer.blob()));
    if (answers.every(({ ok }) => ok)) localStorage.setItem(key, files.join(" "));
  } catch {
    // The next page tries again.
  }
}
