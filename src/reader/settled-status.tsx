import { useEffect, useState } from "react";

const rest = 600;

/** Tells those who listen, once it has come to rest, what changes as they type. Empty when the page opens. */
export function SettledStatus({ text }: { text: string }) {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), rest);
    return () => clearTimeout(timer);
  }, [text]);
  return <output className="visually-hidden">{settled}</output>;
}
