import { useLayoutEffect } from "react";
import type { PageHead } from "#edition/page-head.ts";

/** Keeps the document's head, language and direction in step with the page, before that is painted or read out. */
export function usePageHead({ title, description, canonical, language, direction }: PageHead): void {
  useLayoutEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    // What networks are told is in the page as it was printed, of which alone it is true.
    const printed = 'meta[name="description"], link[rel="canonical"], meta[property], meta[name^="twitter:"]';
    for (const old of document.head.querySelectorAll(printed)) old.remove();
    const add = (name: string, attributes: Readonly<Record<string, string>>) =>
      document.head.append(Object.assign(document.createElement(name), attributes));
    add("meta", { name: "description", content: description });
    if (canonical) add("link", { rel: "canonical", href: canonical });
  }, [title, description, canonical, language, direction]);
}
