import type { ReactNode } from "react";
import { useWords } from "./frame-context.ts";
import { Icon, Letters } from "./icons.tsx";
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
        <Letters />
      </Tool>
      <Tool name="listen" label={plain.listen}>
        <Icon>
          <path d="M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11" />
        </Icon>
      </Tool>
      <Tool name="share" label={plain.share}>
        <Icon>
          <path d="M12 15V3M7 8l5-5 5 5M5 13v7h14v-7" />
        </Icon>
      </Tool>
    </menu>
  );
}

function Tool({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <li className={`tool-${name}`}>
      <button type="button" className="tool" data-tool={name} aria-haspopup="dialog">
        {children}
        <Said>{label}</Said>
      </button>
    </li>
  );
}
