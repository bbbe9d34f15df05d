/** The parts of JSON Feed 1.1 (jsonfeed.org/version/1.1) that an edition prints. */
export type JsonFeed<Extension, ItemExtension> = {
  readonly version: "https://jsonfeed.org/version/1.1";
  readonly title: string;
  readonly description?: string;
  readonly home_page_url?: string;
  readonly feed_url?: string;
  readonly next_url?: string;
  readonly language: string;
  readonly items: readonly JsonFeedItem<ItemExtension>[];
  readonly _dateline: Extension;
};

export type JsonFeedItem<Extension> = {
  readonly id: string;
  readonly url: string;
  readonly external_url?: string;
  readonly title: string;
  /** One of the two content fields must be there. */
  readonly content_text?: string;
  readonly content_html?: string;
  readonly summary?: string;
  readonly image?: string;
  readonly date_published: string;
  readonly date_modified?: string;
  readonly authors?: readonly { readonly name: string; readonly url?: string }[];
  readonly tags?: readonly string[];
  readonly language: string;
  readonly attachments?: readonly { readonly url: string; readonly mime_type: string; readonly title?: string }[];
  readonly _dateline: Extension;
};

export const jsonFeedVersion = "https://jsonfeed.org/version/1.1";

/** The version of everything under `_dateline`. A reader that meets a greater one says that it is too old. */
export const editionVersion = 1;
