import { pageHead } from "#edition/page-head.ts";
import { PageMessage } from "./page-message.tsx";
import { useReading } from "./reading.ts";
import { usePageHead } from "./use-page-head.ts";
import { pageMissing } from "./words.ts";

export function NotFoundPage() {
  const { newsroom } = useReading().manifest;
  usePageHead(pageHead(newsroom, { title: pageMissing.title, description: pageMissing.advice, path: "404.html" }));
  return <PageMessage title={pageMissing.title} advice={pageMissing.advice} />;
}
