import { type LoaderFunctionArgs, matchRoutes, type RouteObject } from "react-router";

/**
 * Fetches what a page of the app is drawn with: its part of the app and its data. What does not come is asked for again when
 * somebody goes there.
 */
export function prefetch(routes: RouteObject[], path: string): void {
  for (const { route, params } of matchRoutes(routes, path) ?? []) {
    const { lazy, loader } = route;
    const request = new Request(new URL(path, window.location.origin));
    if (typeof lazy === "function") lazy().catch(nothing);
    if (typeof loader === "function") load({ loader, request, params }).catch(nothing);
  }
}

type Load = Pick<LoaderFunctionArgs, "request" | "params"> & { loader: (args: LoaderFunctionArgs) => unknown };

async function load({ loader, ...args }: Load): Promise<void> {
  await loader(args as LoaderFunctionArgs);
}

function nothing(): void {}
