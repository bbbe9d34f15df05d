import { type QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { settingsHead } from "#edition/page-head.ts";
import { useWords } from "../frame-context.ts";
import { useReading } from "../reading.ts";
import { usePageHead } from "../use-page-head.ts";
import { KeySettings } from "./key-settings.tsx";
import { loadToolPage } from "./load-tool-page.ts";
import { SettingsForm } from "./settings-form.tsx";
import { toolWordsQuery } from "./tool-words-query.ts";

export const loadSettingsPage = (client: QueryClient) => loadToolPage(client, <SettingsPage />);

function SettingsPage() {
  const { newsroom } = useReading().manifest;
  const { data: words } = useSuspenseQuery(toolWordsQuery(newsroom));
  const { settings, settingsFor, sample } = words.plain;
  usePageHead(settingsHead(newsroom, useWords()));
  return (
    <div className="settings-page" {...words.attributes}>
      <header className="list-head">
        <h1 className="headline headline-xl" tabIndex={-1}>
          {settings}
        </h1>
        <p className="standfirst">{settingsFor}</p>
      </header>
      <div className="settings-sample prose">
        <p>{sample}</p>
      </div>
      <SettingsForm words={words} />
      <KeySettings words={words} />
    </div>
  );
}
