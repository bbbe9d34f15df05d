import { connect, createServer, type Socket } from "node:net";

/** A server as it is reached over a mobile network. */
export type SlowNetwork = {
  readonly address: string;
  /** Without the network's slowness, until it is made slow again. */
  readonly hurry: (isFast: boolean) => void;
  readonly close: () => void;
};

/** Slow 4G, packet by packet. */
const roundTrip = 150;
const bytesASecond = (1.6 * 1_024 * 1_024) / 8;
const packet = 1_460;

/**
 * Stands between a browser and a server and lets bytes pass as slow 4G does: 150 ms there and back, a connection costs one such
 * trip, and all connections share 1.6 Mbit/s. What a browser throttles itself leaves out what it fetches ahead for pages that
 * may come.
 */
export async function slowNetwork(port: number): Promise<SlowNetwork> {
  let isFast = false;
  let freeAt = 0;
  const sockets = new Set<Socket>();
  /** When a packet that is sent now has arrived. */
  const arrival = (bytes: number) => {
    const now = performance.now();
    if (isFast) return now;
    freeAt = Math.max(now, freeAt) + (bytes / bytesASecond) * 1_000;
    return freeAt + roundTrip / 2;
  };
  const server = createServer((browser) => {
    const site = connect(port, "localhost");
    const opened = performance.now() + (isFast ? 0 : roundTrip);
    for (const socket of [browser, site]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        browser.destroy();
        site.destroy();
      });
    }
    const upwards = delayLine((bytes) => site.write(bytes));
    const downwards = delayLine((bytes) => browser.write(bytes));
    browser.on("data", (bytes) => {
      const now = performance.now();
      upwards(bytes, isFast ? now : Math.max(now, opened) + roundTrip / 2);
    });
    site.on("data", (bytes) => {
      for (let at = 0; at < bytes.length; at += packet) {
        const part = bytes.subarray(at, at + packet);
        downwards(part, arrival(part.length));
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  return {
    address: `http://localhost:${typeof address === "object" ? address?.port : ""}/`,
    hurry: (now) => {
      isFast = now;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Passes things on when their time has come, in order. */
function delayLine(pass: (bytes: Buffer) => void): (bytes: Buffer, at: number) => void {
  const waiting: { readonly bytes: Buffer; readonly at: number }[] = [];
  let isSet = false;
  const flush = () => {
    isSet = false;
    for (let next = waiting[0]; next; next = waiting[0]) {
      const wait = next.at - performance.now();
      if (wait > 0.5) {
        isSet = true;
        setTimeout(flush, wait);
        return;
      }
      waiting.shift();
      pass(next.bytes);
    }
  };
  return (bytes, at) => {
    waiting.push({ bytes, at });
    if (!isSet) flush();
  };
}
