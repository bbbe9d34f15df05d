import { loadavg } from "node:os";
import { seededRandom } from "./random.ts";

/**
 * Measures each of the targets once in every round, in an order that is drawn anew for each, so that whatever else the machine does
 * hits all of them alike. Gives the measurements of each target in the order of the rounds.
 */
export async function inRounds<Target, Measured>(
  targets: readonly Target[],
  rounds: number,
  measure: (target: Target, round: number) => Promise<Measured>,
): Promise<ReadonlyMap<Target, readonly Measured[]>> {
  const found = new Map<Target, Measured[]>(targets.map((target) => [target, []]));
  const random = seededRandom(20_251_130);
  for (let round = 0; round < rounds; round += 1) {
    const drawn = targets.map((target) => ({ target, place: random() })).sort((one, other) => one.place - other.place);
    for (const { target } of drawn) found.get(target)?.push(await measure(target, round));
  }
  return found;
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number below which this share of the others lie, interpolated. What is not a number does not count. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The ratio of two series, round by round: its median, and where its middle half lies. */
export type Ratio = { readonly median: number; readonly from: number; readonly to: number };

export function ratioOf(numbers: readonly number[], base: readonly number[]): Ratio {
  const ratios = numbers.map((number, round) => number / (base[round] ?? Number.NaN)).map(notByZero);
  return { median: median(ratios), from: quantile(ratios, 0.25), to: quantile(ratios, 0.75) };
}

/** Nothing is as much as nothing. */
function notByZero(ratio: number): number {
  return Number.isNaN(ratio) ? 1 : ratio;
}

/** Follows how busy the machine is: programs that want a core, the average of the last minute. */
export function watchLoad(): () => { readonly least: number; readonly most: number } {
  let [least, most] = [loadavg()[0] ?? 0, loadavg()[0] ?? 0];
  const look = () => {
    const load = loadavg()[0] ?? 0;
    least = Math.min(least, load);
    most = Math.max(most, load);
  };
  const timer = setInterval(look, 5_000);
  timer.unref();
  return () => {
    clearInterval(timer);
    look();
    return { least, most };
  };
}
