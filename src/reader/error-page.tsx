import { lazy, Suspense, use, useEffect, useLayoutEffect } from "react";
import { useHref } from "react-router";
import { EditionProblem } from "#edition/edition-problem.ts";
import type { Words } from "#words/words.ts";
import { CopyProblems } from "./copy-problems.tsx";
import { FrameContext, useFrame, useWords } from "./frame-context.ts";
import { PageMessage } from "./page-message.tsx";
import { usePageNavigation } from "./page-navigation.ts";
import { ReadingContext } from "./reading.ts";
import { type Message, sayEditionProblem } from "./say.ts";
import { SpikedCopy } from "./spiked-copy.ts";

/** Without it the message stands alone. */
const StoredOffer = lazy(() =>
  import("./offline/stored-offer.tsx").then(
    ({ StoredOffer: offer }) => ({ default: offer }),
    () => ({ default: () => null }),
  ),
);

type ProblemProps = { readonly problem: unknown };

/** What a page says that could not be loaded or drawn, inside the edition's frame. */
export function ErrorPage({ problem }: ProblemProps) {
  const words = useWords();
  const { title, advice } = messageOf(problem, words);
  const { reload, isBusy } = usePageNavigation();
  const canTryAgain = !isOfKind(problem, "missing");
  const isOutdated = isOfKind(problem, "too-new");
  useReload(isOutdated);
  const reading = use(ReadingContext);
  useTitle([title, reading?.manifest.newsroom.name].filter(Boolean).join(" – "));
  return (
    <>
      <PageMessage title={title} advice={advice}>
        {canTryAgain && (
          <button
            type="button"
            className="control control-main"
            disabled={isBusy}
            onClick={() => (isOutdated ? location.reload() : void reload())}
          >
            {words.plain.tryAgain}
          </button>
        )}
      </PageMessage>
      {isOfKind(problem, "unreachable") && (
        <Suspense>
          <StoredOffer />
        </Suspense>
      )}
      {problem instanceof SpikedCopy && <CopyProblems problems={problem.problems} />}
    </>
  );
}

/** The same where not even the edition could be opened, so that there is no frame. */
export function BareErrorPage({ problem }: ProblemProps) {
  return (
    <FrameContext value={{ ...useFrame(), root: useHref("/").replace(/\/?$/u, "/") }}>
      <main className="page main">
        <ErrorPage problem={problem} />
      </main>
    </FrameContext>
  );
}

function messageOf(problem: unknown, words: Words): Message {
  const { plain } = words;
  if (problem instanceof EditionProblem) return sayEditionProblem(problem, words);
  if (problem instanceof SpikedCopy) return { title: plain.feedUnreadable, advice: plain.feedUnreadableAdvice };
  return { title: plain.unexpected, advice: plain.unexpectedAdvice };
}

function isOfKind(problem: unknown, kind: EditionProblem["kind"]): boolean {
  return problem instanceof EditionProblem && problem.kind === kind;
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
