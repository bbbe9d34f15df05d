import { useEffect, useRef, useState } from "react";
import { embedAddress, type Placed, sandbox } from "#widgets/snippets.ts";
import type { EmbedWords } from "#words/embeds/english.ts";

type EmbedPreviewProps = { readonly placed: Placed; readonly embedWords: EmbedWords };

/** The embed in a frame as it will be, as wide as is wished. */
export function EmbedPreview({ placed, embedWords }: EmbedPreviewProps) {
  const [width, setWidth] = useState(widthAtFirst);
  const frame = useRef<HTMLIFrameElement>(null);
  const needed = useNeededHeight(frame);
  const { height, title } = placed;
  return (
    <section className="embed-preview" aria-labelledby="embed-preview">
      <h2 id="embed-preview" className="headline headline-m">
        {embedWords.plain.preview}
      </h2>
      <label className="embed-width">
        <span>{embedWords.plain.width}</span>
        <input
          type="range"
          min={200}
          max={1280}
          step={4}
          value={width}
          onChange={({ target }) => setWidth(Number(target.value))}
        />
        <output>{embedWords.fill("widthInPixels", { width: embedWords.number(width) })}</output>
      </label>
      <section className="embed-stage" aria-label={title} tabIndex={0}>
        {/* A frame that goes from one address to another leaves each in the history; a new one does not. */}
        <iframe
          key={embedAddress(placed)}
          ref={frame}
          title={title}
          src={embedAddress(placed)}
          sandbox={sandbox}
          style={{ width, height }}
          className="embed-frame"
        />
      </section>
      <p className="meta">
        {embedWords.fill("heightReserved", { height: embedWords.number(height) })}{" "}
        {needed !== undefined && (needed <= height ? embedWords.plain.fits : embedWords.plain.scrolls)}
      </p>
    </section>
  );
}

/** That of a phone, or what this window has room for between the margins of the page and of the stage: CSS pixels in steps of 4. */
function widthAtFirst(): number {
  const room = window.innerWidth - 64;
  return Math.min(412, Math.max(200, room - (room % 4)));
}

/** The height that the embed would need to show everything, as it tells every page by the message of AMP. */
function useNeededHeight(frame: { readonly current: HTMLIFrameElement | null }): number | undefined {
  const [needed, setNeeded] = useState<number>();
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
      if (source !== frame.current?.contentWindow || data?.type !== "embed-size") return;
      if (typeof data.height === "number" && data.height > 0) setNeeded(data.height);
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, [frame]);
  return needed;
}
