import { notFoundHead } from "#edition/page-head.ts";
import { useWords } from "./frame-context.ts";
import { PageMessage } from "./page-message.tsx";
import { useReading } from "./reading.ts";
import { usePageHead } from "./use-page-head.ts";

export function NotFoundPage() {
  const words = useWords();
  usePageHead(notFoundHead(useReading().manifest.newsroom, words));
  return <PageMessage title={words.plain.pageMissing} advice={words.plain.pageMissingAdvice} />;
}
