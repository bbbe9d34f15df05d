import { useState } from "react";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { openHead } from "#edition/page-head.ts";
import type { Newsstand } from "./edition-source.ts";
import { useWords } from "./frame-context.ts";
import { usePageNavigation } from "./page-navigation.ts";
import { useReading } from "./reading.ts";
import { sayCopyProblem } from "./say.ts";
import { SpikedCopy } from "./spiked-copy.ts";
import { useDroppedFiles } from "./use-dropped-files.ts";
import { usePageHead } from "./use-page-head.ts";

type Opening =
  | { readonly kind: "waiting" }
  | { readonly kind: "reading" }
  | { readonly kind: "spiked"; readonly problems: readonly CopyProblem[] };

/** Opens files of copy from the reader's own device as a newsroom. */
export function OpenPage({ openFiles }: { openFiles: Newsstand["openFiles"] }) {
  const words = useWords();
  const { manifest, edition } = useReading();
  const { newsroom } = manifest;
  const { visit } = usePageNavigation();
  const [opening, setOpening] = useState<Opening>({ kind: "waiting" });
  usePageHead(openHead(newsroom, words));

  const open = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setOpening({ kind: "reading" });
    try {
      await openFiles(files);
      await visit(`${edition.base}opened`);
    } catch (problem) {
      // Whatever else went wrong is the error page's to tell, which hears of what is thrown while drawing.
      setOpening(() => {
        if (problem instanceof SpikedCopy) return { kind: "spiked", problems: problem.problems };
        throw problem;
      });
    }
  };
  const isOver = useDroppedFiles((files) => void open(files));
  return (
    <div className="open-page" {...words.attributes}>
      <h1 className="headline headline-xl" tabIndex={-1}>
        {words.plain.openFile}
      </h1>
      <noscript>
        <p>{words.plain.needsScripts}</p>
      </noscript>
      <div className={isOver ? "drop-zone drop-zone-over" : "drop-zone"}>
        <label className="standfirst" htmlFor="copy-files">
          {words.plain.dropHere}
        </label>
        <input
          id="copy-files"
          className="file-field"
          type="file"
          multiple
          accept=".json,.txt,application/json,application/feed+json,text/plain"
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            // So that the same file can be chosen again, once it is mended.
            target.value = "";
            void open(files);
          }}
        />
        <p className="meta">
          {words.plain.nothingUploaded} {words.plain.notKept}
        </p>
      </div>
      <output>{opening.kind === "reading" ? words.plain.readingFile : ""}</output>
      {opening.kind === "spiked" && (
        <section role="alert" className="grid gap-2">
          <h2 className="headline headline-s">{words.plain.nothingReadable}</h2>
          <ul className="grid gap-2">
            {opening.problems.map((problem) => (
              <li key={`${problem.file} ${problem.field}`}>{sayCopyProblem(problem)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
