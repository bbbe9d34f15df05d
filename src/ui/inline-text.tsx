import type { Inline } from "#domain/block.ts";
import { directionOf } from "#domain/language.ts";

/** Runs of text with their marks. The keys are positions: content never changes while it is shown. */
export function InlineText({ content }: { content: readonly Inline[] }) {
  return content.map((run, at) => <InlineRun key={at} run={run} />);
}

function InlineRun({ run }: { run: Inline }) {
  if (typeof run === "string") return run;
  if (run.kind === "break") return <br />;
  const inside = <InlineText content={run.content} />;
  switch (run.kind) {
    case "emphasis":
      return <em>{inside}</em>;
    case "strong":
      return <strong>{inside}</strong>;
    case "code":
      return <code>{inside}</code>;
    case "mark":
      return <mark>{inside}</mark>;
    case "small":
      return <small>{inside}</small>;
    case "sub":
      return <sub>{inside}</sub>;
    case "sup":
      return <sup>{inside}</sup>;
    case "strike":
      return <s>{inside}</s>;
    case "link":
      return <a href={run.url}>{inside}</a>;
    case "foreign":
      return (
        <span lang={run.language} dir={directionOf(run.language)}>
          {inside}
        </span>
      );
  }
}
