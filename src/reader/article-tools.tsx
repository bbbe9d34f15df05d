import type { ReactNode } from "react";
import { useWords } from "./frame-context.ts";
import { useReading } from "./reading.ts";
import { Said } from "./said.tsx";
import { SaveButton } from "./save-button.tsx";

/** What a reader can do with an article. On a phone it stays in reach of the thumb. What it does is fetched when it is used. */
export function ArticleTools({ slug }: { slug: string }) {
  const { plain } = useWords();
  return (
    <menu className="article-tools with-scripts no-print" aria-label={plain.tools}>
      {!useReading().edition.opened && (
        <li>
          <SaveButton slug={slug} />
        </li>
      )}
      <Tool name="settings" label={plain.textAndColours}>
        <path d="M3 19 8 5l5 14M5 14h6M15 19l3-8 3 8M16 17h4" />
      </Tool>
      <Tool name="listen" label={plain.listen}>
        <path d="M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11" />
      </Tool>
      <Tool name="share" label={plain.share}>
        <path d="M12 15V3M7 8l5-5 5 5M5 13v7h14v-7" />
      </Tool>
    </menu>
  );
}

function Tool({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <li>
      <button type="button" className="tool" data-tool={name} aria-haspopup="dialog">
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          {children}
        </svg>
        <Said>{label}</Said>
      </button>
    </li>
  );
}
