/* A host made with React, which mounts and unmounts an embed as its visitor wishes. */
import { useState } from "react";
import { createRoot } from "react-dom/client";

function Host({ src }: { src: string }) {
  const [isShown, setIsShown] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setIsShown(!isShown)}>
        Turn
      </button>
      <div style={{ minHeight: 320 }}>
        {isShown && (
          <dateline-embed theme="dark">
            <iframe
              src={src}
              title="Null Island"
              width="100%"
              height={270}
              sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms allow-same-origin"
            />
          </dateline-embed>
        )}
      </div>
    </>
  );
}

declare module "react" {
  // The element is the script's; React passes its attributes on.
  namespace JSX {
    interface IntrinsicElements {
      "dateline-embed": React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & { theme?: string };
    }
  }
}

const container = document.getElementById("host");
if (container) createRoot(container).render(<Host src={container.dataset["src"] ?? ""} />);
