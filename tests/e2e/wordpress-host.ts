/**
 * What WordPress (6.x) does with the answer of an oEmbed provider that it does not know, told anew after its
 * `wp_filter_oembed_result` and `wp-embed.js`: only quotation, link and frame are kept, with few attributes; the frame gets a
 * secret, a sandbox that allows scripts and nothing else, and is hidden until it speaks; its height is kept between 200 and
 * 1000 pixels, and a link that it tells is only followed to the same host and while the frame has the focus.
 */
export function wordpressPost(oembedHtml: string, secret: string): string {
  const quote = /<blockquote>.*?<\/blockquote>/su.exec(oembedHtml)?.[0];
  const frame = /<iframe[^>]*><\/iframe>/u.exec(oembedHtml)?.[0];
  if (!frame || !quote) return "";
  const allowed = ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"];
  const attributes = [...frame.matchAll(/ ([a-z]+)="([^"]*)"/gu)]
    .filter(([, name = ""]) => allowed.includes(name))
    .map(([, name, value]) =>
      name === "src" ? `src="${value}#?secret=${secret}" data-secret="${secret}"` : `${name}="${value}"`,
    );
  return `${quote.replace("<blockquote", `<blockquote class="wp-embedded-content" data-secret="${secret}"`)}
<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="position: absolute; visibility: hidden;" ${attributes.join(" ")}></iframe>
<script nonce="host">
  followed = [];
  addEventListener("message", ({ data, source }) => {
    if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
    for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = "none";
    for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
      if (source !== frame.contentWindow) continue;
      frame.removeAttribute("style");
      if (data.message === "height") {
        const height = parseInt(data.value, 10);
        frame.height = Math.min(1000, ~~height < 200 ? 200 : height);
      }
      if (data.message === "link") {
        const target = new URL(data.value);
        if (!/^https?:$/.test(target.protocol)) continue;
        if (target.host === new URL(frame.src).host && document.activeElement === frame) followed.push(data.value);
      }
    }
  });
</script>`;
}
