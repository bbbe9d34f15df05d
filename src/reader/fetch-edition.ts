import { EditionProblem } from "#edition/edition-problem.ts";

const longestWait = 20_000;

/** The text of a file of the site. The only place where the page itself asks the network for anything. */
export async function fetchEdition(base: string, path: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL(path, base), { signal: AbortSignal.timeout(longestWait) });
  } catch {
    throw new EditionProblem("unreachable", path, `${path} could not be reached.`);
  }
  if (response.status === 404 || response.status === 410)
    throw new EditionProblem("missing", path, `${path} is not there.`);
  if (!response.ok)
    throw new EditionProblem("unreachable", path, `The server answered ${response.status} for ${path}.`);
  return response.text();
}
