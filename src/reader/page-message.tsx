import type { ReactNode } from "react";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";
import { useWords } from "./frame-context.ts";

/** A page that has nothing to show but what is wrong and what to do: search, the front page, or what the children offer. */
export function PageMessage({ title, advice, children }: { title: string; advice: string; children?: ReactNode }) {
  const words = useWords();
  return (
    <div className="page-message" {...words.attributes}>
      <h1 className="headline headline-xl" tabIndex={-1}>
        {title}
      </h1>
      <p className="standfirst">{advice}</p>
      <p className="flex flex-wrap gap-3">
        {children}
        <EditionLink className="control" to={addresses.search}>
          {words.plain.search}
        </EditionLink>
        <EditionLink className="control" to="">
          {words.plain.toFront}
        </EditionLink>
      </p>
    </div>
  );
}
