import { useWords } from "./frame-context.ts";
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
      <svg className="icon save-icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 3h12v18l-6-5-6 5z" />
      </svg>
      <Said>{useWords().plain.save}</Said>
    </button>
  );
}
