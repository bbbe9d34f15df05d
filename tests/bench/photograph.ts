import sharp from "sharp";
import type { Random } from "./random.ts";

const size = { width: 1_920, height: 1_280 };
/** Cells across, and how far each rank reaches: large forms are strong and fine ones faint, as in nature (1/f). */
const ranks = [
  [3, 90],
  [9, 60],
  [30, 34],
  [96, 20],
  [320, 17],
  [960, 12],
] as const;

/**
 * A picture of nothing that costs what a photograph does: noise of six sizes, coarse ones strong, over a sky and a ground. Its
 * AVIF at 720 pixels has some 31 kB.
 */
export async function photograph(random: Random): Promise<Buffer> {
  const { width, height } = size;
  const sum = new Float32Array(width * height * 3);
  const hue = [random() * 60, random() * 60, random() * 60];
  for (let at = 0; at < sum.length; at += 1) {
    const fromTop = Math.floor(at / (3 * width)) / height;
    sum[at] = 90 + (hue[at % 3] ?? 0) + 60 * (0.5 - fromTop);
  }
  for (const [across, reach] of ranks) {
    const down = Math.ceil((across * height) / width);
    const cells = Buffer.from(Array.from({ length: across * down * 3 }, () => Math.floor(random() * 256)));
    const raw = { width: across, height: down, channels: 3 } as const;
    const spread = await sharp(cells, { raw }).resize(width, height, { fit: "fill", kernel: "cubic" }).raw().toBuffer();
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + ((spread[at] ?? 0) / 127.5 - 1) * reach;
  }
  const pixels = Buffer.from(Uint8ClampedArray.from(sum).buffer);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}
