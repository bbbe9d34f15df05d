import type { Picture } from "#domain/picture.ts";
import { Renditions } from "./figure.tsx";

/** A picture by itself, as large as its room. */
export function FullPicture({ picture, onError }: { readonly picture: Picture; readonly onError: () => void }) {
  const { url, alt, width, height } = picture;
  return (
    <Renditions picture={picture} place="viewer" isFirst={false}>
      <img className="full-picture" src={url} alt={alt} {...(width && height && { width, height })} onError={onError} />
    </Renditions>
  );
}
