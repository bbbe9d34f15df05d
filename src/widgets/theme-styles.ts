import tokens from "#ui/design-tokens.json" with { type: "json" };

const used = [
  "paper",
  "raised",
  "sunken",
  "ink",
  "ink-2",
  "rule",
  "rule-strong",
  "control",
  "link",
  "accent",
  "accent-fill",
  "on-accent",
  "signal",
  "signal-fill",
  "focus",
] as const;
/** What an accent of the embedding page's own stands in for. */
const accented = new Set<string>(["link", "accent", "accent-fill"]);

/** The colours of embeds as custom properties: as the device has it, unless the page of the embed names a theme. */
export const themeStyles = [
  `:root{color-scheme:light dark;${colours("light")}}`,
  `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${colours("dark")}}}`,
  `:root[data-theme=dark]{color-scheme:dark;${colours("dark")}}`,
  ":root[data-theme=light]{color-scheme:light}",
].join("");

/** What an accent must be legible on, for the script: paper and ink of the light theme, then of the dark one. */
export const grounds = (["light", "dark"] as const)
  .flatMap((theme) => [tokens.color[theme].paper, tokens.color[theme].ink])
  .join(" ")
  .toLowerCase();

function colours(theme: "light" | "dark"): string {
  const own = used.map((name) => {
    const colour = tokens.color[theme][name];
    if (name === "on-accent") return `--${name}:var(--on-${theme}-accent,${colour})`;
    return `--${name}:${accented.has(name) ? `var(--${theme}-accent,${colour})` : colour}`;
  });
  return own.join(";");
}
