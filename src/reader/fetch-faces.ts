import { printedPage } from "#edition/rendered-page.ts";

let faces: HTMLLinkElement | undefined;

/** Asks for the letters of all scripts, for later: a printed page carries those that it needs, and stays as it was first drawn. */
export function fetchFaces(): void {
  const address = document.getElementById(printedPage.appId)?.dataset["faces"];
  // Where nothing was printed they are in the app's own style sheet.
  if (faces || !address) return;
  faces = document.createElement("link");
  faces.rel = "stylesheet";
  faces.media = "not all";
  faces.href = address;
  document.head.append(faces);
}

/** Has the letters of all scripts from now on, for a page that the app draws. */
export function applyFaces(): void {
  fetchFaces();
  if (faces) faces.media = "all";
}
