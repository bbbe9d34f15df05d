import type { ReactNode } from "react";
import { useFrame, useWords } from "./frame-context.ts";

/** Words of the interface within a text of another language: read in their own direction, and read out as what they are. */
export function Said({ children }: { children: ReactNode }) {
  return <span {...useWords().attributes}>{children}</span>;
}

/** A name that the newsroom gives, as a section's, within a text of another language. */
export function NewsroomsOwn({ children }: { children: ReactNode }) {
  const { language, direction } = useFrame().clock;
  return (
    <span lang={language} dir={direction}>
      {children}
    </span>
  );
}
