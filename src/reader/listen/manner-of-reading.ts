import type { Manner } from "./read-aloud.ts";

const key = "dateline-listening";

type Kept = { readonly rate?: unknown; readonly voices?: Readonly<Record<string, unknown>> | null };

function stored(): Kept {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? "{}") ?? {}) as Kept;
  } catch {
    return {};
  }
}

/** How the reader wants a language to be read; as usual where storage is denied or holds something else. */
export function storedManner(language: string): Manner {
  const { rate, voices } = stored();
  const voice = voices?.[language];
  return {
    rate: typeof rate === "number" && rate >= 0.5 && rate <= 3 ? rate : 1,
    ...(typeof voice === "string" && { voice }),
  };
}

/** The voice holds for its language, the rate for all. Where nothing is stored, for this story. */
export function storeManner(language: string, { rate, voice }: Manner): void {
  const { [language]: _before, ...others } = stored().voices ?? {};
  try {
    localStorage.setItem(
      key,
      JSON.stringify({ rate, voices: voice === undefined ? others : { ...others, [language]: voice } }),
    );
  } catch {
    // Nothing is kept.
  }
}
