/** Reading settings that a page obeys before it is first painted: of each the choice, unless it is the usual one. */
export type ChosenSettings = Readonly<Partial<Record<SettingName, string>>>;
export type SettingName = (typeof names)[number];

const names = ["theme", "size", "leading", "measure", "face", "spacing", "motion", "pictures", "shortcuts"] as const;

/** Where they are kept in the browser's storage for the site, as JSON. */
export const settingsKey = "dateline-settings";

/** Where the browser is told to save data, pages do as well until their reader says otherwise. */
const usualPictures = () =>
  (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData ? "tapped" : undefined;

/** None where storage is denied or holds something else. */
export function storedSettings(): ChosenSettings {
  try {
    return (JSON.parse(localStorage.getItem(settingsKey) ?? "{}") ?? {}) as ChosenSettings;
  } catch {
    return {};
  }
}

/** Notes the settings on the document for the style sheet (data-theme="sepia"), and colours the browser around the page. */
export function obeySettings(settings: ChosenSettings): void {
  const { documentElement: root, head } = document;
  for (const name of names) {
    const choice = settings[name] ?? (name === "pictures" ? usualPictures() : undefined);
    if (typeof choice === "string") root.dataset[name] = choice;
    else delete root.dataset[name];
  }
  head.querySelector("meta[data-chosen]")?.remove();
  if (!root.dataset["theme"]) return;
  const meta = document.createElement("meta");
  meta.name = "theme-color";
  meta.dataset["chosen"] = "";
  meta.content = getComputedStyle(root).getPropertyValue("--paper");
  head.prepend(meta);
}
