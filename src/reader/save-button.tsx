import { useWords } from "./frame-context.ts";
import { Bookmark } from "./icons.tsx";
import { useMarks } from "./reading-marks.ts";
import { Said } from "./said.tsx";

/** Saves a story on the device, or no longer. */
export function SaveButton({ slug }: { slug: string }) {
  return (
    <button
      type="button"
      className="tool with-scripts"
      data-tool="save"
      data-story={slug}
      aria-pressed={useMarks().saved.has(slug)}
    >
      <Bookmark />
      <Said>{useWords().plain.save}</Said>
    </button>
  );
}
