import { lazy, Suspense, useEffect, useLayoutEffect } from "react";
import { useHref, useOutletContext, useRevalidator, useRouteError } from "react-router";
import { EditionProblem } from "#edition/edition-problem.ts";
import type { Words } from "#words/words.ts";
import { CopyProblems } from "./copy-problems.tsx";
import { FrameContext, useFrame, useWords } from "./frame-context.ts";
import { PageMessage } from "./page-message.tsx";
import type { Reading } from "./reading.ts";
import { type Message, sayEditionProblem } from "./say.ts";
import { SpikedCopy } from "./spiked-copy.ts";

/** Without it the message stands alone. */
const StoredOffer = lazy(() =>
  import("./offline/stored-offer.tsx").then(
    ({ StoredOffer: offer }) => ({ default: offer }),
    () => ({ default: () => null }),
  ),
);

/** What a page says that could not be loaded or drawn, inside the edition's frame. */
export function ErrorPage() {
  const words = useWords();
  const error = useRouteError();
  const { title, advice } = messageOf(error, words);
  const { revalidate, state } = useRevalidator();
  const canTryAgain = !isOfKind(error, "missing");
  const isOutdated = isOfKind(error, "too-new");
  useReload(isOutdated);
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
            onClick={() => (isOutdated ? location.reload() : void revalidate())}
          >
            {words.plain.tryAgain}
          </button>
        )}
      </PageMessage>
      {isOfKind(error, "unreachable") && (
        <Suspense>
          <StoredOffer />
        </Suspense>
      )}
      {error instanceof SpikedCopy && <CopyProblems problems={error.problems} />}
    </>
  );
}

/** The same where not even the edition could be opened, so that there is no frame. */
export function BareErrorPage() {
  return (
    <FrameContext value={{ ...useFrame(), root: useHref("/").replace(/\/?$/u, "/") }}>
      <main className="page main">
        <ErrorPage />
      </main>
    </FrameContext>
  );
}

function messageOf(error: unknown, words: Words): Message {
  const { plain } = words;
  if (error instanceof EditionProblem) return sayEditionProblem(error, words);
  if (error instanceof SpikedCopy) return { title: plain.feedUnreadable, advice: plain.feedUnreadableAdvice };
  return { title: plain.unexpected, advice: plain.unexpectedAdvice };
}

function isOfKind(error: unknown, kind: EditionProblem["kind"]): boolean {
  return error instanceof EditionProblem && error.kind === kind;
}

const lastReload = "dateline-reload";
const soon = 60_000;

/** A reader that is older than the site is replaced by itself; when that did not help a moment ago, it is left to whoever reads. */
function useReload(isOutdated: boolean): void {
  useEffect(() => {
    if (!isOutdated) return;
    try {
      if (Date.now() - Number(sessionStorage.getItem(lastReload)) < soon) return;
      sessionStorage.setItem(lastReload, String(Date.now()));
      location.reload();
    } catch {
      // Without a store nobody knows whether it helped before.
    }
  }, [isOutdated]);
}

function useTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
}
