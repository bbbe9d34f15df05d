import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Picture } from "#domain/picture.ts";
import { Figure, Thumbnail } from "#ui/figure.tsx";

const words = {
  attributes: { lang: "en", dir: "ltr" as const },
  caption: "Image caption:",
  credit: "Image source:",
  picture: "Picture",
  show: () => "Show the picture",
};

const ferry: Picture = {
  url: "/pictures/ferry-0a1b2c3d4e-1160.jpg",
  alt: "A white ferry",
  caption: "On Friday.",
  credit: "Bo Reed",
  width: 1_160,
  height: 773,
  renditions: { formats: ["avif", "webp"], widths: [320, 560, 720, 880, 1_160, 1_760] },
  placeholder: "9bc876543",
};

function sourcesIn(container: HTMLElement) {
  return [...container.querySelectorAll("picture > source")].map((source) => ({
    type: source.getAttribute("type"),
    files: source.getAttribute("srcset")?.split(", ") ?? [],
    sizes: source.getAttribute("sizes"),
  }));
}

test("a photograph is offered as AVIF, then as WebP, then as the file that everybody can read", () => {
  const { container } = render(<Figure picture={ferry} words={words} place="articleLead" isFirst />);
  const [avif, webp, ...others] = sourcesIn(container);
  expect(others).toEqual([]);
  expect([avif?.type, webp?.type]).toEqual(["image/avif", "image/webp"]);
  expect(avif?.files).toEqual(
    [320, 560, 720, 880, 1_160, 1_760].map((width) => `/pictures/ferry-0a1b2c3d4e-${width}.avif ${width}w`),
  );
  expect(webp?.files[0]).toBe("/pictures/ferry-0a1b2c3d4e-320.webp 320w");
  const image = screen.getByAltText("A white ferry");
  expect(image).toHaveAttribute("src", ferry.url);
  expect(image.parentElement?.tagName).toBe("PICTURE");
  expect([image.getAttribute("width"), image.getAttribute("height")]).toEqual(["1160", "773"]);
});

test("its place keeps its shape and shows its colours before it comes", () => {
  render(<Figure picture={ferry} words={words} place="body" />);
  const { style } = screen.getByAltText("A white ferry");
  expect(style.aspectRatio).toBe("1160 / 773");
  expect(style.background).toBe("linear-gradient(rgb(153, 187, 204), rgb(136, 119, 102), rgb(85, 68, 51))");
});

test("a drawing that came as a photograph does has renditions, and no colours beside it", () => {
  const { container } = render(<Thumbnail picture={{ ...ferry, drawn: true }} shape="cropped" place="related" />);
  expect(sourcesIn(container)).toHaveLength(2);
  expect(container.querySelector("img")?.style.background).toBe("");
});

test("only the first picture of a page is asked for at once", () => {
  const other = { ...ferry, url: "/pictures/quay-0a1b2c3d4e-1160.jpg" };
  const early = () => [...document.head.querySelectorAll('link[as="image"][imagesrcset*="quay"]')];
  const { rerender } = render(<Figure picture={other} words={words} place="body" />);
  const told = () =>
    ["loading", "fetchpriority"].map((name) => screen.getByAltText("A white ferry").getAttribute(name));
  expect(told()).toEqual(["lazy", "auto"]);
  expect(early()).toEqual([]);
  rerender(<Figure picture={other} words={words} place="articleLead" isFirst />);
  expect(told()).toEqual(["eager", "high"]);
  const [link, ...others] = early();
  expect(others).toEqual([]);
  expect(link?.getAttribute("imagesrcset")).toContain("quay-0a1b2c3d4e-1160.avif 1160w");
  expect([link?.getAttribute("rel"), link?.getAttribute("type")]).toEqual(["preload", "image/avif"]);
});

test("a small place is offered no more than is sharp there", () => {
  const { container } = render(<Thumbnail picture={ferry} shape="thumb" place="thumb" />);
  expect(sourcesIn(container)[0]?.files.map((file) => file.split(" ")[1])).toEqual(["320w", "560w"]);
});

test("a wide photograph in a narrow frame is wider than the frame, and is chosen by that", () => {
  const sizes = (picture: Picture, shape: "thumb" | "cropped") =>
    sourcesIn(
      render(<Thumbnail picture={picture} shape={shape} place={shape === "thumb" ? "thumb" : "related"} />).container,
    )[0]?.sizes;
  expect(sizes(ferry, "thumb")).toBe("(min-width: 45em) calc((9rem) * 1.5), calc((6rem) * 1.5)");
  expect(sizes({ ...ferry, width: 773, height: 1_160 }, "thumb")).toBe("(min-width: 45em) 9rem, 6rem");
  expect(sizes({ ...ferry, width: 1_160, height: 387 }, "cropped")).toMatch(/calc\(\(7rem\) \* 2\)$/u);
});

test("it is cropped around its focal point", () => {
  const { container } = render(
    <Thumbnail picture={{ ...ferry, focal: { x: 0.25, y: 1 } }} shape="cropped" place="frontLead" />,
  );
  expect(container.querySelector("img")?.style.objectPosition).toBe("25% 100%");
});

test.each<[string, Picture]>([
  ["a drawing", { url: "/pictures/map.svg", alt: "A map", drawn: true, width: 90, height: 60 }],
  ["a picture from elsewhere", { url: "https://agency.example/a.jpg", alt: "A pier" }],
  ["a picture whose name tells nothing of others", { ...ferry, url: "/pictures/ferry.jpg", alt: "A pier" }],
])("%s is a plain image", (_name, picture) => {
  const { container } = render(<Figure picture={picture} words={words} place="body" />);
  expect(container.querySelector("picture")).toBeNull();
  expect(screen.getByAltText(picture.alt)).toHaveAttribute("src", picture.url);
});

test("a picture without a file keeps its words, and asks for nothing", () => {
  const { caption, credit, alt } = ferry;
  const { container } = render(
    <Figure picture={{ caption: caption!, credit: credit!, alt }} words={words} place="body" />,
  );
  expect(container.querySelector("img, picture, source")).toBeNull();
  expect(container.querySelector("figcaption")).toHaveTextContent("Image caption: On Friday.Image source: Bo Reed");
});
