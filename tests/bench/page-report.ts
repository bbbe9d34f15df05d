import type { Opinion } from "./lighthouse.ts";
import { median, type Ratio, ratioOf } from "./rounds.ts";
import type { ScriptWeight } from "./script-weight.ts";
import { kilobytes, milliseconds, table, times } from "./table.ts";
import { kindsOfBytes, type Visit } from "./visit.ts";

type Visits = ReadonlyMap<string, readonly Visit[]>;

/** What of a visit is compared with the floor, and how many times as much it may be. */
const compared = [
  { name: "FCP", of: ({ fcp }: Visit) => fcp, most: 1.05 },
  { name: "LCP", of: ({ lcp }: Visit) => lcp, most: 1.05 },
  { name: "SI", of: ({ speedIndex }: Visit) => speedIndex, most: undefined },
  { name: "CPU", of: ({ processor }: Visit) => processor, most: 1.15 },
  { name: "bytes", of: totalBytes, most: 1.15 },
] as const;

const mostShift = 0.001;

function totalBytes({ bytes }: Visit): number {
  return kindsOfBytes.reduce((sum, kind) => sum + bytes[kind], 0);
}

/** Medians of each target, and below them their ratios to the floor. */
export function sayVisits(visits: Visits): string {
  const kinds = kindsOfBytes.filter((kind) => [...visits.values()].flat().some(({ bytes }) => bytes[kind] > 0));
  const head = [
    "",
    "FCP ms",
    "LCP ms",
    "TBT ms",
    "CLS",
    "SI ms",
    "CPU ms",
    ...kinds.map((kind) => `${kind} kB`),
    "all kB",
  ];
  const rows = [...visits].map(([name, all]) => {
    const middle = (of: (visit: Visit) => number) => median(all.map(of));
    return [
      name,
      milliseconds(middle(({ fcp }) => fcp)),
      milliseconds(middle(({ lcp }) => lcp)),
      milliseconds(middle(({ tbt }) => tbt)),
      middle(({ cls }) => cls).toFixed(4),
      milliseconds(middle(({ speedIndex }) => speedIndex)),
      milliseconds(middle(({ processor }) => processor)),
      ...kinds.map((kind) => kilobytes(middle(({ bytes }) => bytes[kind]))),
      kilobytes(middle(totalBytes)),
    ];
  });
  const ratioHead = ["to the floor, middle half of rounds", ...compared.map(({ name }) => name)];
  const ratios = [...visits].map(([name, all]) => [
    name,
    ...compared.map(({ of }) => sayRatio(ratioTo(visits, "floor", all, of))),
  ]);
  return `${table(head, rows)}\n\n${table(ratioHead, ratios)}`;
}

function ratioTo(visits: Visits, base: string, all: readonly Visit[], of: (visit: Visit) => number): Ratio {
  return ratioOf(all.map(of), (visits.get(base) ?? []).map(of));
}

function sayRatio({ median: middle, from, to }: Ratio): string {
  return `${times(middle)} (${times(from)}–${times(to)})`;
}

/** The printed page beside what is asked of it. */
export function sayTargets(visits: Visits): string {
  const printed = visits.get("printed") ?? [];
  const lines = compared.flatMap(({ name, of, most }) => {
    const ratio = ratioTo(visits, "floor", printed, of).median;
    return most === undefined
      ? []
      : [`${name} ${times(ratio)} of the floor, at most ${most}: ${verdict(ratio <= most)}`];
  });
  const shift = median(printed.map(({ cls }) => cls));
  return [...lines, `CLS ${shift.toFixed(4)}, none is asked for: ${verdict(shift < mostShift)}`].join("\n");
}

export function sayScripts({ beforeIntent, atRest, wholeVisit }: ScriptWeight): string {
  return [
    `JavaScript before the first intent or rest ${kilobytes(beforeIntent)} kB (brotli), at most 2: ${verdict(beforeIntent <= 2_000)}; ${kilobytes(atRest)} kB more at rest`,
    `JavaScript of a whole visit ${kilobytes(wholeVisit)} kB (gzip), at most 110: ${verdict(wholeVisit <= 110_000)}`,
  ].join("\n");
}

export function verdict(isMet: boolean): string {
  return isMet ? "met" : "missed";
}

/** What the page would lose without each technique: the page without it, less the page as it is, round by round. */
export function sayGains(visits: Visits): string {
  const printed = visits.get("printed") ?? [];
  const others = [...visits].filter(([name]) => !/^(?:printed|floor|client)/u.test(name));
  const difference = (all: readonly Visit[], of: (visit: Visit) => number) =>
    median(all.map((visit, round) => of(visit) - (printed[round] ? of(printed[round]) : Number.NaN)));
  const rows = others.map(([name, all]) => [
    name,
    ...compared.map(({ name: what, of }) => {
      const change = difference(all, of);
      const shown = what === "bytes" ? kilobytes(change) : milliseconds(change);
      return `${change > 0 ? "+" : ""}${shown}`;
    }),
    difference(all, ({ cls }) => cls).toFixed(4),
  ]);
  const head = ["more than printed", "FCP ms", "LCP ms", "SI ms", "CPU ms", "all kB", "CLS"];
  return table(head, rows);
}

export function sayOpinions(opinions: ReadonlyMap<string, readonly Opinion[]>): string {
  const head = [
    "",
    "score",
    "FCP ms",
    "LCP ms",
    "TBT ms",
    "CLS",
    "SI ms",
    "accessibility",
    "best practices",
    "SEO",
    "LCP to the floor",
  ];
  const floor = opinions.get("floor");
  const rows = [...opinions].map(([name, all]) => {
    const middle = (of: (opinion: Opinion) => number | undefined) => median(all.map((one) => of(one) ?? Number.NaN));
    const score = (number: number) => (Number.isNaN(number) ? "" : number.toFixed(0));
    const ratio =
      floor &&
      ratioOf(
        all.map(({ lcp }) => lcp),
        floor.map(({ lcp }) => lcp),
      );
    return [
      name,
      score(middle(({ scores }) => scores.performance)),
      milliseconds(middle(({ fcp }) => fcp)),
      milliseconds(middle(({ lcp }) => lcp)),
      milliseconds(middle(({ tbt }) => tbt)),
      middle(({ cls }) => cls).toFixed(4),
      milliseconds(middle(({ speedIndex }) => speedIndex)),
      score(middle(({ scores }) => scores.accessibility)),
      score(middle(({ scores }) => scores["best-practices"])),
      score(middle(({ scores }) => scores.seo)),
      ratio ? sayRatio(ratio) : "",
    ];
  });
  const faults = [...new Set([...opinions.values()].flat().flatMap((one) => one.faults))];
  return [table(head, rows), ...faults.map((fault) => `not content with ${fault}`)].join("\n");
}
