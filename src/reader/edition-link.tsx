import { type ComponentProps, createContext, use } from "react";

/**
 * Where the pages of the edition lie on their host: "/", "/news/", "/news/opened/". A context, because a page may hold hundreds
 * of links, and asking the router for each of them took a third of the time of drawing it.
 */
export const EditionRoot = createContext("/");

/** A link to a page of the same edition. `to` is relative to the edition's root, as the addresses of an edition are. */
export function EditionLink({ to, ...rest }: ComponentProps<"a"> & { readonly to: string }) {
  return <a href={use(EditionRoot) + to} {...rest} />;
}
