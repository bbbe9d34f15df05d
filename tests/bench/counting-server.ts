import type { Server } from "node:http";
import { staticServer } from "#cli/static-server.ts";

/** A body as it went over the line, without its head. */
export type Sent = { readonly path: string; readonly bytes: number };
export type Cost = { readonly bytes: number; readonly requests: number };

/** A site that is served, and what of it was sent since that was asked last. */
export type Counting = {
  readonly address: string;
  readonly take: () => readonly Sent[];
  readonly close: () => void;
};

/** The static server of a pressed site, which says what it sent. */
export async function openCounting(site: string): Promise<Counting> {
  const server: Server = staticServer(site, "/");
  let sent: Sent[] = [];
  server.prependListener("request", (request, response) => {
    const set = response.setHeader.bind(response);
    // What our pages forbid, others need.
    response.setHeader = (name: string, value) => (name === "content-security-policy" ? response : set(name, value));
    response.once("close", () => {
      sent.push({ path: request.url ?? "", bytes: Number(response.getHeader("content-length") ?? 0) });
    });
  });
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  return {
    address: `http://localhost:${typeof address === "object" ? (address?.port ?? 0) : 0}/`,
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function costOf(sent: readonly Sent[]): Cost {
  return { bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), requests: sent.length };
}

export function meanCost(costs: readonly Cost[]): Cost {
  const mean = (of: (cost: Cost) => number) => costs.reduce((sum, cost) => sum + of(cost), 0) / costs.length;
  return { bytes: mean(({ bytes }) => bytes), requests: mean(({ requests }) => requests) };
}
