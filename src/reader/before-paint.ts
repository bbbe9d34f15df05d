/*
 * Stands in the head of every page and runs before its body is read, so that a page first appears as its reader has set it. Built
 * by itself, so it should import little.
 */
import { savesData } from "#ui/saves-data.ts";
import { holdPictures } from "./hold-pictures.ts";
import { setInLetters } from "./letters.ts";
import { obeySettings, storedSettings } from "./obey-settings.ts";

obeySettings(storedSettings());
if (savesData()) holdPictures();
const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
// A page that is come back to is scrolled to where it was, for which the heights of all its parts must be known.
if (visit && visit.type !== "navigate") document.documentElement.dataset["whole"] = "";
setInLetters();
// What can be listened to is offered where something can speak.
if ("speechSynthesis" in window) document.documentElement.dataset["speech"] = "";
