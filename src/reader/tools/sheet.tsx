import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import type { ToolWords } from "#words/tools/english.ts";

export type SheetProps = { readonly words: ToolWords; readonly onClose: () => void };

type Props = SheetProps & { readonly title: string; readonly children: ReactNode };

/** Something to set or to do over the page, which stays in sight. Escape and a tap beside it close it. */
export function Sheet({ title, words, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sheet no-print"
      aria-labelledby={titleId}
      closedby="any"
      onClose={() => {
        if (!dialog.current?.open) onClose();
      }}
      {...words.attributes}
    >
      <div className="sheet-head">
        <h2 id={titleId} className="sheet-title">
          {title}
        </h2>
        <button type="button" className="control" onClick={onClose}>
          {words.plain.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}
