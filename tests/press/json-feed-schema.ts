/**
 * JSON Feed 1.1 as https://www.jsonfeed.org/version/1.1/ describes it, in the words of JSON Schema. Stricter than that
 * text in one thing: it knows no fields but those of the standard and extensions, so that a slip of the pen is found.
 */
export function jsonFeedSchema(addresses: "absolute" | "relative") {
  const text = { type: "string" };
  const url = { type: "string", format: addresses === "absolute" ? "uri" : "uri-reference", minLength: 1 };
  const date = { type: "string", format: "date-time" };
  const language = { type: "string", pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" };
  /** "An extension's name begins with an underscore and a letter", and its value is an object. */
  const extension = { "^_[A-Za-z][^.]*$": { type: "object" } };
  const strict = { type: "object", patternProperties: extension, additionalProperties: false };
  const author = {
    ...strict,
    properties: { name: text, url, avatar: url },
    anyOf: [{ required: ["name"] }, { required: ["url"] }, { required: ["avatar"] }],
  };
  const authors = { type: "array", items: author };
  const attachment = {
    ...strict,
    required: ["url", "mime_type"],
    properties: {
      url,
      mime_type: { type: "string", pattern: "^[\\w.+-]+/[\\w.+-]+" },
      title: text,
      size_in_bytes: { type: "number", minimum: 0 },
      duration_in_seconds: { type: "number", minimum: 0 },
    },
  };
  const item = {
    ...strict,
    required: ["id"],
    anyOf: [{ required: ["content_html"] }, { required: ["content_text"] }],
    properties: {
      id: { type: "string", minLength: 1 },
      url,
      external_url: url,
      title: text,
      content_html: text,
      content_text: text,
      summary: text,
      image: url,
      banner_image: url,
      date_published: date,
      date_modified: date,
      authors,
      tags: { type: "array", items: text },
      language,
      attachments: { type: "array", items: attachment },
    },
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...strict,
    required: ["version", "title", "items"],
    properties: {
      version: { const: "https://jsonfeed.org/version/1.1" },
      title: text,
      home_page_url: url,
      feed_url: url,
      description: text,
      user_comment: text,
      next_url: url,
      icon: url,
      favicon: url,
      authors,
      language,
      expired: { type: "boolean" },
      hubs: {
        type: "array",
        items: { type: "object", required: ["type", "url"], properties: { type: text, url } },
      },
      items: { type: "array", items: item },
    },
  };
}
