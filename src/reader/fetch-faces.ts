import { printedPage } from "#edition/rendered-page.ts";

/**
 * Asks, once, for the letters of all scripts. A printed page carries those that it needs itself, and stays as it was first drawn;
 * what the app draws needs any, and may wait for them. Where the app was not printed it has them in its own style sheet.
 */
export function fetchFaces(): void {
  const page = document.getElementById(printedPage.appId);
  const address = page?.dataset["faces"];
  if (!address) return;
  delete page.dataset["faces"];
  const faces = document.createElement("link");
  faces.rel = "stylesheet";
  faces.href = address;
  document.head.append(faces);
}
