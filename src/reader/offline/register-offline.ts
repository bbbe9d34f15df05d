import type { OfflineRequest } from "#edition/offline.ts";
import { savesData } from "#ui/saves-data.ts";
import { trustedScript } from "../trusted-script.ts";

/**
 * Sees to it that the site can be read without a network, unless its reader saves data. What came before the worker did is
 * remembered by it, and so are the pictures of a story that is being read. Where any of it fails, reading goes on.
 */
export async function rememberPage(): Promise<void> {
  if (!("serviceWorker" in navigator) || savesData()) return;
  await remember().catch(() => undefined);
}

async function remember(): Promise<void> {
  const { serviceWorker } = navigator;
  const isNew = !serviceWorker.controller;
  await registerOffline();
  const { active } = await serviceWorker.ready;
  const pictures: string[] = [];
  for (const image of document.querySelectorAll<HTMLImageElement>("figure img")) pictures.push(await fileOf(image));
  const came = isNew ? [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)] : [];
  active?.postMessage({ kind: "remember", files: [...new Set([...came, ...pictures])] } satisfies OfflineRequest);
}

/** What the browser shows of a picture. One that has not come near the window yet is fetched for it to choose. */
async function fileOf(image: HTMLImageElement): Promise<string> {
  if (image.currentSrc) return image.currentSrc;
  const copy = (image.closest("picture") ?? image).cloneNode(true) as HTMLElement;
  const ahead = copy instanceof HTMLImageElement ? copy : copy.querySelector("img");
  if (!ahead) return image.src;
  ahead.fetchPriority = "low";
  ahead.loading = "eager";
  await ahead.decode().catch(() => undefined);
  return ahead.currentSrc || image.src;
}

/** Throws where the browser has no such workers, or the site none. */
export async function registerOffline(): Promise<ServiceWorkerRegistration> {
  const address = document.querySelector<HTMLElement>("[data-worker]")?.dataset["worker"];
  if (!address) throw new Error("This site has no offline worker.");
  return navigator.serviceWorker.register(trustedScript(address), { updateViaCache: "none" });
}
