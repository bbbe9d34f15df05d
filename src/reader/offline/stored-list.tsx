import type { Instant } from "#domain/instant.ts";
import { instantOfEpoch } from "#domain/instant.ts";
import type { StoredStory } from "#edition/offline.ts";
import { addresses } from "#edition/paths.ts";
import { printedTime } from "#ui/print-time.ts";
import type { WayWords } from "#words/ways/english.ts";
import { EditionLink } from "../edition-link.tsx";
import { useFrame } from "../frame-context.ts";
import { Said } from "../said.tsx";

/** Stories that can be read without a network, each with since when it is there. */
export function StoredList({ stories, words }: { stories: readonly StoredStory[]; words: WayWords }) {
  const { clock } = useFrame();
  const timeOf = (at: number) => printedTime(instantOfEpoch(at) as Instant, clock);
  return (
    <ul className="stored-list">
      {stories.map(({ headline: { slug, headline, language, direction }, at, isKept }) => (
        <li key={slug}>
          <EditionLink
            className="tap headline headline-xs"
            to={addresses.article(slug)}
            lang={language}
            dir={direction}
          >
            {headline}
          </EditionLink>
          <p className="meta">
            <Said>{words.fill("storedOn", { time: timeOf(at) })}</Said>
            {isKept && (
              <>
                {" · "}
                <Said>{words.plain.kept}</Said>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
