import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Newsroom } from "#domain/newsroom.ts";
import { addresses } from "#edition/paths.ts";
import { embedPaths } from "#widgets/embed-address.ts";
import { frameSnippet, letterSnippet, type Placed, scriptSnippet } from "#widgets/snippets.ts";
import type { EmbedWords } from "#words/embeds/english.ts";
import { EditionLink } from "./edition-link.tsx";
import type { Newsstand } from "./edition-source.ts";
import { type HostScript, hostScriptQuery } from "./embed-queries.ts";

type EmbedCodeProps = Pick<Newsstand, "siteFile"> & {
  readonly placed: Placed;
  readonly newsroom: Newsroom;
  readonly embedWords: EmbedWords;
};

/** One way to embed: the code, what it is for, and what the page needs that it stands in. */
type Way = {
  readonly name: string;
  readonly help: string;
  readonly codes: readonly { readonly label?: string; readonly code: string }[];
  /** What a content security policy of that page must allow. */
  readonly policy?: string;
  readonly cost?: string;
};

/** The code for each way to embed, a tab each. */
export function EmbedCode({ placed, newsroom, embedWords, siteFile }: EmbedCodeProps) {
  const { data: script } = useQuery(hostScriptQuery(siteFile));
  const ways = waysOf(placed, newsroom, script ?? undefined, embedWords);
  const [chosen, setChosen] = useState(0);
  const tabs = useRef<HTMLDivElement>(null);
  const at = Math.min(chosen, ways.length - 1);
  const way = ways[at];
  const move = (event: KeyboardEvent) => {
    const isForward =
      event.key === (getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight");
    if (!isForward && event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const next = (at + (isForward ? 1 : ways.length - 1)) % ways.length;
    setChosen(next);
    tabs.current?.querySelectorAll("button")[next]?.focus();
  };
  const { plain } = embedWords;
  return (
    <section className="embed-code" aria-labelledby="embed-code">
      <h2 id="embed-code" className="headline headline-m">
        {plain.code}
      </h2>
      <div ref={tabs} role="tablist" aria-labelledby="embed-code" className="embed-tabs" tabIndex={-1} onKeyDown={move}>
        {ways.map(({ name }, number) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`embed-tab-${number}`}
            aria-selected={number === at}
            aria-controls="embed-panel"
            tabIndex={number === at ? 0 : -1}
            className="embed-tab"
            onClick={() => setChosen(number)}
          >
            {name}
          </button>
        ))}
      </div>
      {way && (
        <div id="embed-panel" role="tabpanel" aria-labelledby={`embed-tab-${at}`} className="embed-panel">
          <p>{way.help}</p>
          {way.codes.map(({ label, code }) => (
            <CopiedCode key={code} label={label} code={code} embedWords={embedWords} />
          ))}
          {way.policy && (
            <div>
              <h3 className="foot-title">{plain.policy}</h3>
              <p>
                {plain.policyHelp} <code dir="ltr">{way.policy}</code>
              </p>
            </div>
          )}
          {way.cost && (
            <div>
              <h3 className="foot-title">{plain.cost}</h3>
              <p>{way.cost}</p>
            </div>
          )}
        </div>
      )}
      <p>
        <EditionLink className="tap text-link" to={addresses.embedGuide}>
          {plain.guide}
        </EditionLink>
      </p>
    </section>
  );
}

function waysOf(placed: Placed, { url }: Newsroom, script: HostScript | undefined, words: EmbedWords): readonly Way[] {
  const { plain } = words;
  const { origin } = new URL(placed.site);
  const frames = `frame-src ${origin}`;
  const cost = placed.embedded.kind === "article" ? plain.costArticle : plain.costFrame;
  const scripts = [embedPaths.script, ...(script?.pinned ? [script.pinned.path] : [])].map(
    (path) => placed.site + path,
  );
  const isCard = placed.embedded.kind === "card";
  return [
    {
      name: plain.codeFrame,
      help: plain.frameHelp,
      codes: [{ code: frameSnippet(placed) }],
      policy: frames,
      cost,
    },
    {
      name: plain.codeScript,
      help: plain.scriptHelp,
      codes: [
        { label: plain.evergreen, code: scriptSnippet(placed, { path: embedPaths.script }) },
        ...(script?.pinned ? [{ label: plain.pinned, code: scriptSnippet(placed, script.pinned) }] : []),
      ],
      policy: `${frames}; script-src ${scripts.join(" ")}`,
      cost: `${cost}${script ? ` ${words.fill("costScript", { size: words.number(script.bytes) })}` : ""}`,
    },
    ...(isCard
      ? [
          {
            name: plain.codeAddress,
            help: url === undefined ? plain.addressUnknown : plain.addressHelp,
            codes: url === undefined ? [] : [{ code: placed.site + placed.path }],
            policy: frames,
          },
        ]
      : []),
    { name: plain.codeLetter, help: plain.letterHelp, codes: [{ code: letterSnippet(placed) }] },
  ];
}

function CopiedCode({ label, code, embedWords }: { label: string | undefined; code: string; embedWords: EmbedWords }) {
  const [outcome, setOutcome] = useState<"copied" | "copyFailed">();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setOutcome("copied");
    } catch {
      setOutcome("copyFailed");
    }
  };
  return (
    <div className="embed-copied">
      {label && <p className="foot-title">{label}</p>}
      <pre className="embed-source" dir="ltr" tabIndex={0}>
        <code>{code}</code>
      </pre>
      <p className="embed-copy">
        <button type="button" className="control control-main" onClick={() => void copy()}>
          {embedWords.plain.copy}
        </button>
        <output>{outcome && embedWords.plain[outcome]}</output>
      </p>
    </div>
  );
}
