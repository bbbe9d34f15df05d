import type { ReactNode } from "react";

/** As large as it is drawn also where no style sheet comes. */
export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

export function Magnifier() {
  return (
    <Icon>
      <circle cx="10.5" cy="10.5" r="7" />
      <path d="m16 16 5 5" />
    </Icon>
  );
}

export function Bookmark() {
  return (
    <Icon>
      <path d="M6 3h12v18l-6-5-6 5z" />
    </Icon>
  );
}

/** A letter in two sizes. */
export function Letters() {
  return (
    <Icon>
      <path d="M3 19 8 5l5 14M5 14h6M15 19l3-8 3 8M16 17h4" />
    </Icon>
  );
}
