/*
 * The optional script for pages that embed: <dateline-embed> around a frame and its link. It tells the frame of the page's
 * theme, fires events of what the frame tells, and lets it grow where nobody sees it grow. Every byte of it is paid by the
 * visitors of somebody else's page.
 */
const least = 80;
const mostChanges = 12;
const name = "dateline-embed";

class DatelineEmbed extends HTMLElement {
  static observedAttributes = ["theme"];
  frame: HTMLIFrameElement | null = null;
  port: MessagePort | undefined;
  reserved = 0;
  changes = 0;
  wanted = 0;

  connectedCallback(): void {
    // Loading is heard of on its way down, also when the frame is parsed after this element.
    this.addEventListener("load", this, true);
    this.frame = this.querySelector("iframe");
    // A page that has come already cannot be looked into; one that has not is still empty.
    if (this.frame && this.frame.contentDocument?.URL !== "about:blank") this.greet();
  }

  disconnectedCallback(): void {
    this.removeEventListener("load", this, true);
    this.port?.close();
  }

  attributeChangedCallback(): void {
    this.tellTheme();
  }

  handleEvent(): void {
    this.frame = this.querySelector("iframe");
    this.greet();
  }

  /** Never to an opaque frame: it could be anybody by now, and its name could not be told from that of the newsroom. */
  greet(): void {
    const { frame } = this;
    if (!frame?.contentWindow || (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin")))
      return;
    this.reserved ||= frame.offsetHeight;
    this.port?.close();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }) => this.hear(data);
    frame.contentWindow.postMessage({ dateline: 1, type: "hello" }, new URL(frame.src).origin, [port2]);
    this.tellTheme();
  }

  tellTheme(): void {
    this.port?.postMessage({ type: "theme", theme: this.getAttribute("theme") });
  }

  hear(told: { type?: unknown; height?: unknown; state?: unknown } | null): void {
    const type = told?.type;
    if (type === "size") this.size(told?.height);
    else if (type === "ready" || type === "click") this.fire(type, {});
    else if (type === "state" && /^(ok|gone|error)$/.test(String(told?.state))) this.fire(type, { state: told?.state });
  }

  size(height: unknown): void {
    if (typeof height !== "number" || !(height > 0) || height === 1 / 0) return;
    this.wanted = Math.min(Math.max(height, least), 2 * this.reserved);
    const isBelow = this.getBoundingClientRect().top >= innerHeight;
    if (isBelow) this.expand();
    this.fire("size", { height: this.wanted, applied: isBelow });
  }

  /** For a button of the page's own: its visitor asked for it. */
  expand(): void {
    if (!this.wanted || this.changes >= mostChanges) return;
    this.changes += 1;
    this.frame?.style.setProperty("height", `${this.wanted}px`, "important");
  }

  fire(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`dateline-${type}`, { detail, bubbles: true }));
  }
}

// A second copy of the script, or somebody else's element of this name, is left alone.
if (!customElements.get(name)) customElements.define(name, DatelineEmbed);

export {};
