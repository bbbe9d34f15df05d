import { type TouchEvent, useRef } from "react";

const least = 48;
/** Pixels at the sides of the window where swipes belong to the device. */
const edge = 24;

/**
 * Tells of swipes along the line with one finger, towards the start or the end of it. A page that is zoomed in is moved by its
 * reader's finger, and nothing else happens.
 */
export function useSwipe(swiped: (towards: "start" | "end") => void, direction: "ltr" | "rtl") {
  const from = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches[0];
      const isWithin = touch && touch.clientX > edge && touch.clientX < window.innerWidth - edge;
      const isZoomed = (window.visualViewport?.scale ?? 1) > 1.01;
      from.current = isWithin && touches.length === 1 && !isZoomed ? { x: touch.clientX, y: touch.clientY } : undefined;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0];
      const start = from.current;
      from.current = undefined;
      if (!touch || !start) return;
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y];
      if (Math.abs(x) < least || Math.abs(x) < 1.5 * Math.abs(y)) return;
      swiped(x < 0 === (direction === "ltr") ? "start" : "end");
    },
  };
}
