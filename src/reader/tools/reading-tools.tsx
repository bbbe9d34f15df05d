import { Component, type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { Newsroom } from "#domain/newsroom.ts";
import { digitsOf } from "#domain/newsroom.ts";
import { loadToolWords, type ToolWords } from "#words/tools/load-tool-words.ts";
import type { SheetProps, ToolName } from "./tool.ts";

const sheets: Readonly<Record<ToolName, () => Promise<ComponentType<SheetProps>>>> = {
  settings: async () => (await import("./settings-sheet.tsx")).SettingsSheet,
};

/** The tools that stand over the pages of a newsroom, in its language. */
export async function openTools(newsroom: Newsroom): Promise<ReactNode> {
  const words = await loadToolWords(newsroom.language, digitsOf(newsroom));
  return (
    <WithoutHarm>
      <ReadingTools words={words} />
    </WithoutHarm>
  );
}

/** Whatever goes wrong with a tool, the page stays. */
class WithoutHarm extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}

function ReadingTools({ words }: { words: ToolWords }) {
  const [Open, setOpen] = useState<ComponentType<SheetProps>>();
  const [said, setSaid] = useState("");
  useEffect(() => {
    const use = (event: MouseEvent) => {
      const tool = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-tool]") : null;
      const open = sheets[tool?.dataset["tool"] as ToolName];
      if (!open) return;
      open().then(
        (Sheet) => setOpen(() => Sheet),
        () => setSaid(words.plain.toolMissing),
      );
    };
    document.addEventListener("click", use);
    return () => document.removeEventListener("click", use);
  }, [words]);
  useWantedTool();
  return (
    <>
      {Open && <Open words={words} onClose={() => setOpen(undefined)} />}
      <output className="tools-note no-print" {...words.attributes}>
        {said}
      </output>
    </>
  );
}

/** Uses what was reached for before the tools were there. */
function useWantedTool(): void {
  useEffect(() => {
    document.documentElement.dataset["tools"] = "here";
    const wanted = document.querySelector<HTMLElement>("[data-wanted]");
    delete wanted?.dataset["wanted"];
    wanted?.click();
  }, []);
}
