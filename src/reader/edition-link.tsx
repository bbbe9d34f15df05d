import type { ComponentProps } from "react";
import { Link, useLocation } from "react-router";

const openedPath = "/opened";

/** Where a page of this edition lies: pages of opened files link to pages of opened files. `path` is relative to the edition's root. */
export function useEditionPath(): (path: string) => string {
  const { pathname } = useLocation();
  const prefix = pathname === openedPath || pathname.startsWith(`${openedPath}/`) ? openedPath : "";
  return (path) => (path === "" ? prefix || "/" : `${prefix}/${path}`);
}

/** A link to a page of the same edition. `to` is relative to the edition's root, as the addresses of an edition are. */
export function EditionLink({ to, ...rest }: ComponentProps<typeof Link> & { readonly to: string }) {
  return <Link to={useEditionPath()(to)} {...rest} />;
}
