import { EditionProblem } from "#edition/edition-problem.ts";

/**
 * Loads a part of the reader when it is needed. One that does not come although there is a connection went with an older
 * deployment of the site. Throws EditionProblem.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (problem) {
    const kind = navigator.onLine ? "too-new" : "unreachable";
    throw new EditionProblem(kind, "", `A part of the reader could not be loaded: ${String(problem)}`);
  }
}
