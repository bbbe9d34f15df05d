import { useWords } from "./frame-context.ts";

/** Before the edition is there: nothing for a moment (the style sheet waits), then a word. */
export function PageLoading() {
  const words = useWords();
  return (
    <main className="page main page-loading">
      <output>{words.plain.loading}</output>
    </main>
  );
}
