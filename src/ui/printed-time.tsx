import type { Instant } from "#domain/instant.ts";
import { type Clock, dayOfYear, printedAge, printedTime, printedToday } from "./print-time.ts";

type PrintedTimeProps = { readonly instant: Instant; readonly clock: Clock };

/** A date as exactly as it is known. */
export function PrintedTime({ instant, clock }: PrintedTimeProps) {
  return (
    <time dateTime={instant} lang={clock.language} dir={clock.direction}>
      {printedTime(instant, clock)}
    </time>
  );
}

/*
 * What only holds today is not printed, but filled in before the app runs, so that these elements are taken over whatever they
 * say by then.
 */

/** In a list: "2 h ago" within a day, otherwise the day. */
export function PrintedAge({ instant, clock }: PrintedTimeProps) {
  const { language, direction } = clock;
  const { day, year } = dayOfYear(instant, clock);
  const differs = !instant.startsWith(year);
  return (
    <time
      data-age={day}
      data-year={differs ? year : undefined}
      dateTime={instant}
      lang={language}
      dir={direction}
      suppressHydrationWarning
    >
      {printedAge(instant, clock)}
    </time>
  );
}

/** Today with its weekday, for the nameplate. */
export function PrintedToday({ clock, newest }: { readonly clock: Clock; readonly newest: Instant | undefined }) {
  return (
    <span data-today="" suppressHydrationWarning>
      {printedToday(clock, newest)}
    </span>
  );
}
