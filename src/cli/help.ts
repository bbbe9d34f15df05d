export const commandNames = ["press", "check", "serve", "start"] as const;
export type CommandName = (typeof commandNames)[number];

const overview = `Dateline turns a newsroom's copy into a static newsroom site.

  npm run dateline -- press <copy...> --out <folder>   make a site of copy
  npm run dateline -- check <copy...>                  read copy and say what would be spiked
  npm run dateline -- serve <folder>                   look at a pressed site in a browser
  npm start                                            the bundled demo edition

Copy is wire text (.txt), JSON Feed (.json), folders of these, or a feed's web address.
A picture with a story's name (ferry.txt, ferry.jpg) becomes its picture.

Try:  npm run dateline -- press my-copy --out site
      npm run dateline -- serve site

More: npm run dateline -- press --help`;

const press = `press: make a site of copy

  npm run dateline -- press <files, folders or feed addresses> --out <folder>

  --out <folder>        where the site goes; a site pressed there before is replaced when the new one is complete,
                        and what you put into its top yourself (a CNAME, a .git) stays
  --url <address>       where the site will live, for links in feeds and previews: https://example.org/news/
  --newsroom <file>     the newsroom's settings; otherwise newsroom.json in or beside the first copy
  --pages <which>       pages of HTML: all (the usual), recent (the newest 1,000 articles, and lists), or none
  --share-pictures <which>  pictures drawn for links to articles without a photograph: recent (the usual: of the newest
                        100 articles), all, or none; only for a site that has an address (--url)
  --compress            lay brotli and gzip copies beside all texts, for hosts that send them as they lie
  --strict              exit with 1 when any copy was spiked
  --json                print a summary for machines
  --now <date>          press as of this moment (ISO 8601): what is embargoed until later is held back

newsroom.json names the newsroom; every line of it is optional:

  { "name": "The Courier", "tagline": "News of the harbour", "language": "en", "timeZone": "Europe/Lisbon",
    "sections": ["World", "Harbour"], "url": "https://courier.example/", "lead": "slug-of-the-lead-story",
    "searches": [{ "name": "Ferries", "query": "ferry section:harbour" }] }

A newsroom.json with "live": "https://example.org/feed.json" and no other copy makes a site that reads that feed
by itself in the reader's browser.

  npm run dateline -- press ferry.txt --out site
  npm run dateline -- press copy/ https://example.org/feed.json --out site --url https://example.org/news/

Copy that cannot be read is spiked, with the reason; the rest is pressed. Exit code 0: done. 1: spiked under --strict.
2: bad usage, or nothing readable. 130: interrupted. Unless it is 0 or 1, a site that was there before is left as it was.

Photographs are printed in several sizes, and what was printed is kept for the next press, for thirty days after it was
last needed: in node_modules/.cache, or in the folder that the variable DATELINE_CACHE names.`;

const check = `check: read copy and say what would be spiked, why, and how to mend it. Writes nothing.

  npm run dateline -- check <files, folders or feed addresses> [--newsroom <file>] [--json]

Exit code 0: everything reads. 1: some copy would be spiked. 2: bad usage, or nothing readable.`;

const serve = `serve: look at a pressed site in a browser

  npm run dateline -- serve <folder> [--port <number>]

The port is 4173, or what PORT says. Serves as a good static host does: compression, caching headers, a 404 page.`;

const start = `start: press the bundled demo edition and serve it. The port is 4173, or what PORT says.`;

/** What --help says, of everything or of one command. */
export function helpFor(command: CommandName | undefined): string {
  switch (command) {
    case undefined:
      return overview;
    case "press":
      return press;
    case "check":
      return check;
    case "serve":
      return serve;
    case "start":
      return start;
  }
}
