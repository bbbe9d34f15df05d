import sharp from "sharp";
import type { PageTrace } from "./trace.ts";

type Histogram = readonly [Uint32Array, Uint32Array, Uint32Array];

/**
 * Speed Index: milliseconds that the average part of what the window shows in the end is late. How complete a frame is, is told
 * by its colours, channel by channel, as speedline (which Lighthouse uses) does: the share of the way from the histogram of the
 * first frame to that of the last one. Almost white pixels do not count.
 */
export async function speedIndex({ events, start }: PageTrace): Promise<number | undefined> {
  const shots = events
    .filter(({ name, args }) => name === "Screenshot" && args.snapshot)
    .sort((one, other) => one.ts - other.ts);
  const before = shots.findLast(({ ts }) => ts <= start) ?? shots[0];
  const frames = [...(before ? [before] : []), ...shots.filter(({ ts }) => ts > start)];
  if (frames.length < 2) return undefined;
  const histograms = await Promise.all(
    frames.map(({ args }) => histogramOf(Buffer.from(args.snapshot ?? "", "base64"))),
  );
  const [first] = histograms;
  const last = histograms.at(-1);
  if (!first || !last) return undefined;
  let index = 0;
  let [shown, since] = [0, start];
  for (const [at, { ts }] of frames.entries()) {
    if (at === 0) continue;
    index += (1 - shown) * (ts - since);
    since = ts;
    const histogram = histograms[at];
    if (histogram) shown = progress(histogram, first, last);
  }
  return index / 1_000;
}

async function histogramOf(jpeg: Buffer): Promise<Histogram> {
  const { data, info } = await sharp(jpeg)
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const counts: Histogram = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
  for (let at = 0; at < data.length; at += info.channels) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (red >= 249 && green >= 249 && blue >= 249) continue;
    for (const [channel, level] of [red, green, blue].entries()) {
      const histogram = counts[channel];
      if (histogram) histogram[level] = (histogram[level] ?? 0) + 1;
    }
  }
  return counts;
}

/** From 0, as the first frame, to 1, as the last one. */
function progress(current: Histogram, first: Histogram, last: Histogram): number {
  let way = 0;
  let done = 0;
  for (const channel of [0, 1, 2] as const) {
    for (let level = 0; level < 256; level += 1) {
      const from = first[channel][level] ?? 0;
      const whole = Math.abs((last[channel][level] ?? 0) - from);
      way += whole;
      done += Math.min(whole, Math.abs((current[channel][level] ?? 0) - from));
    }
  }
  return way === 0 ? 1 : done / way;
}
