import type { PageNumber } from "#edition/paths.ts";

export type Page<Value> = { readonly page: PageNumber; readonly values: readonly Value[] };

/** How many values a full page holds, and how many the latest one holds at least, when there are that many. */
export type PageSize = { readonly full: number; readonly least: number };

/**
 * Cuts values, given oldest first, into full pages numbered from the oldest, which never change again when newer values
 * come, and "latest" with the rest. No value stands on two pages. Values within a page are newest first.
 */
export function paginate<Value>(values: readonly Value[], { full, least }: PageSize): readonly Page<Value>[] {
  const fullPages = fullPagesOf(values.length, { full, least });
  const pages: Page<Value>[] = [];
  for (let page = 1; page <= fullPages; page += 1)
    pages.push({ page, values: values.slice((page - 1) * full, page * full).reverse() });
  pages.push({ page: "latest", values: values.slice(fullPages * full).reverse() });
  return pages;
}

export function fullPagesOf(count: number, { full, least }: PageSize): number {
  return Math.max(0, Math.floor((count - least) / full));
}
