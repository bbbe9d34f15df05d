import { useLayoutEffect } from "react";
import type { PageHead } from "#edition/page-head.ts";

/** Keeps the document's head, language and direction in step with the page, before that is painted or read out. */
export function usePageHead({ title, description, canonical, language, direction, properties }: PageHead): void {
  useLayoutEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    for (const old of document.head.querySelectorAll('meta[name="description"], link[rel="canonical"], meta[property]'))
      old.remove();
    const add = (name: string, attributes: Readonly<Record<string, string>>) => {
      const element = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      document.head.append(element);
    };
    add("meta", { name: "description", content: description });
    if (canonical) add("link", { rel: "canonical", href: canonical });
    for (const [property, content] of properties) add("meta", { property, content });
  }, [title, description, canonical, language, direction, properties]);
}
