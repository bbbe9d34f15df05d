import { slugOf } from "#domain/slug.ts";
import { addresses } from "#edition/paths.ts";
import { EditionLink } from "./edition-link.tsx";

/** A credit, as a link to all articles with pictures of that credit. */
export function CreditLink({ credit }: { credit: string }) {
  const slug = slugOf(credit);
  if (!slug) return credit;
  return (
    <EditionLink className="text-link" to={addresses.list("credits", slug)}>
      {credit}
    </EditionLink>
  );
}
