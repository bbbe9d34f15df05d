import type { OfflineAnswer, OfflineRequest } from "#edition/offline.ts";
import { registerOffline } from "./register-offline.ts";

const longestWait = 20_000;

/**
 * Asks the offline worker, which is put in its place first where it is not there yet. Throws where the browser or the site has
 * none.
 */
export async function askOffline<Kind extends OfflineAnswer["kind"]>(
  request: OfflineRequest,
  _kind: Kind,
): Promise<Extract<OfflineAnswer, { kind: Kind }>> {
  const { serviceWorker } = navigator;
  if (!(await serviceWorker.getRegistration())?.active) await registerOffline();
  const { active } = await Promise.race([serviceWorker.ready, tooLong()]);
  if (!active) throw new Error("The offline worker has gone.");
  return askWorker(active, request);
}

/** A worker that cannot be installed is never ready. */
function tooLong(): Promise<never> {
  return new Promise((_ready, failed) => {
    setTimeout(() => failed(new Error("The offline worker did not come.")), longestWait);
  });
}

export function askWorker<Answer extends OfflineAnswer>(
  worker: ServiceWorker,
  request: OfflineRequest,
): Promise<Answer> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((answered) => {
    port1.onmessage = ({ data }: MessageEvent<Answer>) => {
      port1.close();
      answered(data);
    };
    worker.postMessage(request, [port2]);
  });
}
