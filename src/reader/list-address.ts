import type { Params } from "react-router";
import type { ListKind } from "#edition/paths.ts";
import type { ListAddress } from "./queries.ts";

/** Which page of which list an address means. A page that is no number is the latest one. */
export function listAddress(kind: ListKind, params: Params): ListAddress {
  const slug = kind === "months" ? `${params["year"]}-${params["month"]}` : (params["slug"] ?? "");
  const page = Number(params["page"]);
  return { kind, slug, page: Number.isInteger(page) && page > 0 ? page : "latest" };
}
