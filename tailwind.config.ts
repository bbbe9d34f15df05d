import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";
import tokens from "./src/ui/design-tokens.json";

type Theme = keyof typeof tokens.color;
type Script = (typeof tokens.script)[keyof typeof tokens.script];

const serif = `${tokens.font.text}, "Source Serif Fallback", "Source Serif Fallback Times", "Source Serif Fallback Noto", Georgia, serif`;
const sans = `${tokens.font.ui}, "Libre Franklin Fallback", "Libre Franklin Fallback Roboto", Arial, sans-serif`;
const arabicSans = `${tokens.font.uiArab}, ${sans}`;

/** The colours of a theme as custom properties: --paper, --ink, ... */
function colours(theme: Theme): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens.color[theme]).map(([name, value]) => [`--${name}`, value]));
}

/** What the type of a script needs, as custom properties. Latin headlines take their leading from their size. */
function setting(script: Script, text: string, ui: string, leastHeadLeading: number): Record<string, string> {
  return {
    "--text-face": text,
    "--ui-face": ui,
    "--body-leading": String(script.body),
    "--head-leading": String(leastHeadLeading),
    "--script-scale": String(script.scale),
    "--measure": script.measure,
  };
}

const { latn, arab, urdu, beng, cjk } = tokens.script;
const cjkFace = (name: keyof typeof tokens.font.cjk) => `${serif.replace(/, serif$/u, "")}, ${tokens.font.cjk[name]}`;

/** What readers have chosen, which the start of every page notes on the document. The usual choice is noted as none. */
const chosenThemes = Object.fromEntries(
  (Object.keys(tokens.color) as Theme[]).map((theme) => [
    `:root[data-theme="${theme}"]`,
    { colorScheme: theme === "light" || theme === "sepia" ? "light" : "dark", ...colours(theme) },
  ]),
);
const chosen = (name: string, property: string, values: readonly (string | number)[]) =>
  Object.fromEntries(values.map((value, at) => [`:root[data-${name}="${at + 1}"]`, { [property]: String(value) }]));
/** The scripts differ in leading and measure, so a choice is told as a part of the usual one of Latin. */
const usual = { leading: latn.body, measure: Number.parseFloat(latn.measure) };

const sizes = Object.fromEntries(
  Object.entries(tokens.type).map(([name, step]) => {
    const weight = "wght" in step ? { fontWeight: String(step.wght) } : {};
    return [name, [step.size, { lineHeight: `max(${step.lh}, var(--head-leading))`, ...weight }]];
  }),
) as Record<string, [string, Record<string, string>]>;

export default {
  content: [],
  theme: {
    screens: tokens.breakpoint,
    colors: {
      transparent: "transparent",
      current: "currentColor",
      ...Object.fromEntries(Object.keys(tokens.color.light).map((name) => [name, `var(--${name})`])),
    },
    spacing: { 0: "0", px: "1px", ...tokens.space, touch: tokens.target.touch },
    fontFamily: { text: "var(--text-face)", ui: "var(--ui-face)" },
    fontSize: sizes,
    borderRadius: { none: tokens.radius.none, control: tokens.radius.control },
    maxWidth: { page: tokens.page.max, measure: "var(--measure)", none: "none", full: "100%" },
    aspectRatio: { lead: tokens.image.lead, wide: tokens.image.wide, thumb: tokens.image.thumb },
  },
  plugins: [
    plugin((tailwind) => {
      tailwind.addBase({
        ":root": {
          colorScheme: "light dark",
          "--body-size": tokens.type.body.size,
          "--standfirst-size": tokens.type.standfirst.size,
          ...colours("light"),
        },
        "@media (prefers-color-scheme: dark)": {
          ":root": { ...colours("dark"), "--dim": String(tokens.image.darkDim) },
        },
        "@media (prefers-contrast: more) and (prefers-color-scheme: dark)": { ":root": colours("contrast") },
        ":root[data-theme]": { "--dim": "1" },
        ...chosenThemes,
        ':root[data-theme="dark"]': {
          ...chosenThemes[':root[data-theme="dark"]'],
          "--dim": String(tokens.image.darkDim),
        },
        ...chosen("size", "--reader-size", tokens.readerSize),
        ...chosen(
          "leading",
          "--reader-leading",
          tokens.readerLeading.map((leading) => leading / usual.leading),
        ),
        ...chosen(
          "measure",
          "--reader-measure",
          tokens.readerMeasure.map((measure) => Number.parseFloat(measure) / usual.measure),
        ),
        "@media print": {
          ":root, :root[data-theme]": {
            colorScheme: "light",
            ...colours("light"),
            "--paper": "#FFFFFF",
            "--ink": "#000000",
            "--reader-size": "1",
            "--dim": "1",
          },
        },
        // An element that names its language starts anew from Latin, so that English inside Urdu is set as English.
        ":root, [lang]": setting(latn, serif, sans, 0),
        ":lang(az), :lang(tr), :lang(vi)": setting(latn, serif, sans, 1.2),
        ":lang(ar), :lang(fa)": setting(arab, `${tokens.font.arab}, ${serif}`, arabicSans, arab.head),
        ":lang(ur)": setting(urdu, `${tokens.font.urdu}, ${tokens.font.arab}, ${serif}`, arabicSans, urdu.head),
        ":lang(bn)": setting(beng, `${tokens.font.beng}, ${serif}`, sans, beng.head),
        ":lang(ja)": setting(cjk, cjkFace("ja"), sans, cjk.head),
        ":lang(zh)": setting(cjk, cjkFace("zhHans"), sans, cjk.head),
        ":lang(ko)": setting(cjk, cjkFace("ko"), sans, cjk.head),
      });
    }),
  ],
} satisfies Config;
