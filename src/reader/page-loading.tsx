import { words } from "./words.ts";

/** Before the edition is there: nothing for a moment (the style sheet waits), then a word. */
export function PageLoading() {
  return (
    <main className="page main page-loading">
      <output>{words.loading}</output>
    </main>
  );
}
