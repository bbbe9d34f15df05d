import { useEffect } from "react";
import { isRouteErrorResponse, useHref, useOutletContext, useRevalidator, useRouteError } from "react-router";
import { EditionProblem } from "#edition/edition-problem.ts";
import { SpikedCopy } from "./desk.ts";
import { EditionRoot } from "./edition-link.tsx";
import { PageMessage } from "./page-message.tsx";
import type { Reading } from "./reading.ts";
import { feedSpiked, pageMissing, sayCopyProblem, sayEditionProblem, unexpected, words } from "./words.ts";

/** What a page says that could not be loaded or drawn, inside the edition's frame. */
export function ErrorPage() {
  const error = useRouteError();
  const { title, advice } = wordsFor(error);
  const { revalidate, state } = useRevalidator();
  const canTryAgain = !(error instanceof EditionProblem && error.kind === "missing") && !isRouteErrorResponse(error);
  const reading = useOutletContext<Reading | undefined>();
  useTitle([title, reading?.manifest.newsroom.name].filter(Boolean).join(" – "));
  return (
    <>
      <PageMessage title={title} advice={advice}>
        {canTryAgain && (
          <button
            type="button"
            className="control control-main"
            disabled={state === "loading"}
            onClick={() => void revalidate()}
          >
            {words.tryAgain}
          </button>
        )}
      </PageMessage>
      {error instanceof SpikedCopy && (
        <ul className="meta grid gap-2">
          {error.problems.map((problem) => (
            <li key={`${problem.file} ${problem.field}`}>{sayCopyProblem(problem)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The same where not even the edition could be opened, so that there is no frame. */
export function BareErrorPage() {
  return (
    <EditionRoot value={useHref("/").replace(/\/?$/u, "/")}>
      <main className="page main">
        <ErrorPage />
      </main>
    </EditionRoot>
  );
}

function wordsFor(error: unknown): { readonly title: string; readonly advice: string } {
  if (error instanceof EditionProblem) return sayEditionProblem(error);
  if (error instanceof SpikedCopy) return feedSpiked;
  if (isRouteErrorResponse(error) && error.status === 404) return pageMissing;
  return unexpected;
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
