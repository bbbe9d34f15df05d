import type { SentencesLike } from "../words.ts";

/** What partners are told who embed for the first time; the pattern for every other language. */
export const guideInEnglish = {
  plain: {
    purpose: "Stories of this site on your own page: in plain HTML, in WordPress, in Ghost and with React.",
    makeFirst: "First choose what to show, and copy its code, on the page that makes embeds:",
    htmlTitle: "A page in plain HTML",
    htmlText:
      "Paste the code without script where the embed shall stand. The frame shows the story. The link below it stays where frames are not shown: in newsletters, in feed readers and on paper.",
    wordpressText:
      "Paste the address of a story into a line of its own. WordPress asks this site how it is embedded, and shows its card.",
    htmlBlock:
      "For a list, a whole story or a search box, add a block for HTML of your own and paste the code without script.",
    ghostText: "Pasting the address of a story makes a bookmark with its headline and picture.",
    reactText: "Write the frame as an element like any other. Nothing has to be mounted, measured or tidied away.",
    scriptText:
      "The script keeps the embed in the theme that its attribute “theme” names, and fires events of what the embed tells. Below what is in view the frame takes the height that it needs. In view nothing grows by itself, but a button of your own can call expand().",
    policyText:
      "Allow frames from this site, and the script when you use it. A page that is isolated from others (COEP) may need the attribute “credentialless” on the frame.",
    changesTitle: "What becomes of a story",
    changesText:
      "An embed always shows what this site shows now. A correction stands in it. A story that is withdrawn leaves word of that, and nothing else.",
  },
  filled: {},
  counted: {},
} as const;

export type GuideCatalogue = SentencesLike<typeof guideInEnglish>;
