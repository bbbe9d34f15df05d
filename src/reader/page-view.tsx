import { Component, type ReactNode } from "react";
import { useLocation } from "react-router";
import { EditionFrame, type EditionFrameProps } from "./edition-frame.tsx";
import { BareErrorPage, ErrorPage } from "./error-page.tsx";
import type { View } from "./view.ts";

export type PageViewProps = Pick<EditionFrameProps, "now" | "load"> & { readonly view: View };

/** Draws what an address shows, or says what is wrong with it, whether that came up on loading or on drawing. */
export function PageView({ view, now, load }: PageViewProps) {
  const { key } = useLocation();
  const bare = (problem: unknown) => <BareErrorPage problem={problem} />;
  const framed = (problem: unknown) => <ErrorPage problem={problem} />;
  if (view.kind === "unopened") return bare(view.problem);
  return (
    <WithoutFailure view={view} entry={key} instead={bare}>
      <EditionFrame {...view.frame} now={now} load={load}>
        <WithoutFailure view={view} entry={key} instead={framed}>
          {view.kind === "page" ? view.page : framed(view.problem)}
        </WithoutFailure>
      </EditionFrame>
    </WithoutFailure>
  );
}

type Shown = {
  readonly view: View;
  /** The key of the entry in the history: a page may be there for several. */
  readonly entry: string;
};
type FailureProps = Shown & { readonly instead: (problem: unknown) => ReactNode; readonly children: ReactNode };
type FailureState = Partial<Shown> & { readonly failure?: { readonly problem: unknown } | undefined };

/** Draws something else instead of what fails to be drawn, until something new is to be shown. */
class WithoutFailure extends Component<FailureProps, FailureState> {
  override state: FailureState = {};
  static getDerivedStateFromError(problem: unknown): FailureState {
    return { failure: { problem } };
  }
  static getDerivedStateFromProps({ view, entry }: FailureProps, before: FailureState): FailureState | null {
    return view === before.view && entry === before.entry ? null : { view, entry, failure: undefined };
  }
  override render() {
    const { failure } = this.state;
    return failure ? this.props.instead(failure.problem) : this.props.children;
  }
}
