/*
 * Comes when a page has come to rest, for what can wait. Built by itself; the page says where it lies.
 */
import { noteMoment } from "./catch-up/last-visit.ts";
import { fetchLetters } from "./letters.ts";
import { rememberPage } from "./offline/register-offline.ts";
import { noteVisit } from "./reading-history.ts";

/** On to the next page, or away to something else: the place is kept, whether the app runs or not. */
function keepPlace(): void {
  if (document.visibilityState === "hidden") noteVisit();
}

document.addEventListener("visibilitychange", keepPlace);
noteMoment(Date.now());
void fetchLetters();
void rememberPage();
