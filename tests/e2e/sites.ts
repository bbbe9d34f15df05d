/** Where the browser tests find the demo edition, printed by `npm start`, and the same feed read live. */
export const printedPort = 4290;
export const livePort = 4291;
export const liveAddress = `http://localhost:${livePort}`;
