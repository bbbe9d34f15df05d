/** Where the browser tests find the demo edition, printed by `npm start`, the same feed read live, and a site with photographs. */
export const printedPort = 4290;
export const livePort = 4291;
export const liveAddress = `http://localhost:${livePort}`;
export const photoPort = 4292;
export const photoAddress = `http://localhost:${photoPort}`;
/** A newsroom that knows where it lives, whose stories stand on other people's pages. */
export const embedPort = 4293;
export const embedAddress = `http://localhost:${embedPort}`;
export const offlinePort = 4296;
export const offlineHost = `http://localhost:${offlinePort}`;
export const offlineAddress = `${offlineHost}/news/`;
/** The demo edition of a newsroom that works in Urdu. */
export const urduPort = 4297;
