/** Something is wrong with an edition's file: it is missing, cut off, or not ours. Loaders throw it; the error page speaks it. */
export class EditionProblem extends Error {
  override readonly name = "EditionProblem";
  readonly kind: "unreachable" | "missing" | "unreadable" | "too-new";
  readonly path: string;

  constructor(kind: EditionProblem["kind"], path: string, message: string) {
    super(message);
    this.kind = kind;
    this.path = path;
  }
}
