import { instantOfEpoch } from "#domain/instant.ts";
import { press } from "#press/press.ts";
import { collectPictures } from "./collect-pictures.ts";
import { gatherCopy, liveFeedOf } from "./gather-copy.ts";
import { count, reportProblems } from "./report.ts";
import { notesOnSettings } from "./settings-notes.ts";
import { CommandProblem, type ExitCode, type Terminal } from "./terminal.ts";
import type { Typed } from "./typed.ts";

/** Reads copy as press does, writes nothing, and says what would be spiked. */
export async function check({ positionals, options }: Typed, terminal: Terminal): Promise<ExitCode> {
  if (positionals.length === 0)
    throw new CommandProblem("Say which copy to check: npm run dateline -- check <files or folders>");
  const newsroomFile = typeof options["newsroom"] === "string" ? options["newsroom"] : undefined;
  const gathered = await gatherCopy(positionals, newsroomFile, terminal);
  const collected = await collectPictures(gathered.articles, gathered.places, terminal);
  const edition = press(collected.articles, gathered.newsroom, terminal.now());
  const spiked = [...gathered.spiked, ...edition.spiked];
  const notes = [...gathered.notes, ...notesOnSettings(gathered, edition), ...collected.notes];
  const articles = edition.articles.length;
  const live = liveFeedOf(gathered);
  if (options["json"]) {
    const checked = instantOfEpoch(terminal.now());
    terminal.say(
      JSON.stringify({ checked, articles, ...(live && { live }), held: edition.held, spiked, notes }, undefined, 2),
    );
  } else {
    reportProblems(spiked, notes, terminal);
    for (const { headline, until } of edition.held) terminal.warn(`held    “${headline}” until ${until}`);
    const read = live === undefined ? count(articles, "article reads", "articles read") : `${live} is to be read live`;
    terminal.say(`${read}, ${spiked.length} would be spiked, ${count(notes.length, "note", "notes")}.`);
  }
  if (articles === 0 && edition.held.length === 0 && live === undefined) return 2;
  return spiked.length > 0 ? 1 : 0;
}
