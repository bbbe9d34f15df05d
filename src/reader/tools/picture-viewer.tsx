import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { picturesOf } from "#domain/article.ts";
import type { Picture } from "#domain/picture.ts";
import { FullPicture } from "#ui/full-picture.tsx";
import { sourcesOf } from "#ui/picture-places.ts";
import { savesData } from "#ui/saves-data.ts";
import type { ToolWords } from "#words/tools/english.ts";
import type { Edition } from "../edition-source.ts";
import { useWords } from "../frame-context.ts";
import { Icon } from "../icons.tsx";
import { articleQuery } from "../queries.ts";
import { Said } from "../said.tsx";
import { spokenBy } from "../stories.tsx";
import { useSwipe } from "./use-swipe.ts";

type Props = {
  readonly edition: Edition;
  readonly words: ToolWords;
  readonly slug: string;
  /** Which of the article's pictures is shown, from 1. */
  readonly number: number;
};

/**
 * The pictures of an article one at a time, each at an address of its own. Turning from one to the next makes no entry in the
 * history, so that Back leads to the article from any of them.
 */
export function PictureViewer({ edition, words, slug, number }: Props) {
  const { data } = useQuery({ ...articleQuery(edition, slug), throwOnError: false });
  const pictures = data ? picturesOf(data.article).filter(({ url }) => url) : [];
  const picture = pictures[number - 1];
  if (!data || !picture) return null;
  return <Viewer pictures={pictures} picture={picture} number={number} words={words} speech={spokenBy(data.article)} />;
}

type ViewerProps = Pick<Props, "words" | "number"> & {
  readonly pictures: readonly Picture[];
  readonly picture: Picture;
  readonly speech: ReturnType<typeof spokenBy>;
};

function Viewer({ pictures, picture, number, words, speech }: ViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const turn = useTurn(pictures.length, number);
  const close = useClose();
  const { plain, attributes } = words;
  const forward = attributes.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const swipe = useSwipe((towards) => turn(towards === "start" ? 1 : -1), attributes.dir);
  useModal(dialog, number);
  useNeighbours(pictures, number);
  const press = ({ key }: KeyboardEvent) => {
    if (key === "ArrowLeft" || key === "ArrowRight") turn(key === forward ? 1 : -1);
    if (key === "Home") turn(1 - number);
    if (key === "End") turn(pictures.length - number);
  };
  const position = words.fill("pictureOf", {
    number: words.number(number),
    count: words.number(pictures.length),
  });
  return (
    <dialog
      ref={dialog}
      className="viewer no-print"
      aria-label={position}
      onKeyDown={press}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      {...attributes}
    >
      <figure className="viewer-figure" {...swipe}>
        <Stage key={number} picture={picture} words={words} />
        <figcaption className="viewer-caption" {...speech}>
          {picture.caption && <p>{picture.caption}</p>}
          {picture.credit && <Credit credit={picture.credit} />}
        </figcaption>
      </figure>
      <div className="viewer-bar">
        <button type="button" className="control" onClick={close}>
          {plain.close}
        </button>
        <output className="meta">{position}</output>
        {pictures.length > 1 && (
          <>
            <Turn label={plain.previousPicture} isPossible={number > 1} turn={() => turn(-1)} points="m14 5-7 7 7 7" />
            <Turn
              label={plain.nextPicture}
              isPossible={number < pictures.length}
              turn={() => turn(1)}
              points="m10 5 7 7-7 7"
            />
          </>
        )}
      </div>
    </dialog>
  );
}

/** The picture, or what is known of it when its file does not come. */
function Stage({ picture, words }: { picture: Picture; words: ToolWords }) {
  const [isBroken, setBroken] = useState(false);
  return (
    <div className="viewer-stage">
      {isBroken ? (
        <p>
          {words.plain.pictureBroken} {picture.alt}
        </p>
      ) : (
        <FullPicture picture={picture} onError={() => setBroken(true)} />
      )}
    </div>
  );
}

function Credit({ credit }: { credit: string }) {
  return (
    <p className="micro" data-credit>
      <span className="visually-hidden">
        <Said>{useWords().plain.imageSource}</Said>{" "}
      </span>
      {credit}
    </p>
  );
}

type TurnProps = { label: string; isPossible: boolean; turn: () => void; points: string };

/** Stays where it is at either end, so that the focus does. */
function Turn({ label, isPossible, turn, points }: TurnProps) {
  return (
    <button type="button" className="control viewer-turn" aria-disabled={!isPossible} aria-label={label} onClick={turn}>
      <Icon>
        <path d={points} />
      </Icon>
    </button>
  );
}

/** Turns so many pictures on, or back, as far as there are any. */
function useTurn(count: number, number: number): (by: number) => void {
  const navigate = useNavigate();
  const { state } = useLocation();
  return (by) => {
    const next = number + by;
    if (by !== 0 && next >= 1 && next <= count)
      void navigate({ hash: `#figure-${next}` }, { replace: true, preventScrollReset: true, state });
  };
}

/** Back to the article, by the browser's own Back where the viewer was opened from there. */
function useClose(): () => void {
  const navigate = useNavigate();
  const { state, pathname } = useLocation() as { state: { isOpenedHere?: boolean } | null; pathname: string };
  return () => {
    if (state?.isOpenedHere) void navigate(-1);
    else void navigate(pathname, { replace: true, preventScrollReset: true });
  };
}

/** The focus goes back to the picture in the article that was seen last. */
function useModal(dialog: { readonly current: HTMLDialogElement | null }, number: number): void {
  const seen = useRef(number);
  useEffect(() => {
    seen.current = number;
  });
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      // After the page has gone back to where it was scrolled to; it moves on only if this picture is not in sight there.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`#figure-${seen.current} a`)?.focus());
    };
  }, [dialog]);
}

/** Fetches the pictures beside this one, so that turning shows them at once. */
function useNeighbours(pictures: readonly Picture[], number: number): void {
  useEffect(() => {
    if (savesData()) return;
    for (const picture of [pictures[number], pictures[number - 2]]) {
      if (!picture?.url) continue;
      const [best] = sourcesOf(picture, "viewer");
      const ahead = new Image();
      if (best) Object.assign(ahead, { sizes: best.sizes, srcset: best.srcSet });
      else ahead.src = picture.url;
    }
  }, [pictures, number]);
}
