import { addresses } from "#edition/paths.ts";
import { CopyProblems } from "./copy-problems.tsx";
import { useWords } from "./frame-context.ts";
import { useReading } from "./reading.ts";

/** Over the pages of opened files: what is being read, what of it could not be, and the way back. */
export function OpenedNote() {
  const words = useWords();
  const { opened, base } = useReading().edition;
  if (!opened) return null;
  const { names, spiked } = opened;
  const sentence = words.fill("opened", { names: words.list(names) });
  return (
    <aside className="page no-print" aria-label={sentence} {...words.attributes}>
      <div className="opened-note">
        <p>
          {sentence} {words.plain.nothingUploaded}
        </p>
        {spiked.length > 0 && (
          <details className="disclosure">
            <summary className="tap">{words.count("unread", spiked.length)}</summary>
            <CopyProblems problems={spiked} />
          </details>
        )}
        <p className="flex flex-wrap gap-x-6">
          <a className="tap text-link" href={`${base}${addresses.open}`}>
            {words.plain.openAnother}
          </a>
          <a className="tap text-link" href={base}>
            {words.plain.backToSite}
          </a>
        </p>
      </div>
    </aside>
  );
}
