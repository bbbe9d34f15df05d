/** Prints rows under a head, each column as wide as it needs to be; the first to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) =>
        column === 0 ? (cells[column] ?? "").padEnd(width) : (cells[column] ?? "").padStart(width),
      )
      .join("  ")
      .trimEnd();
  return [line(head), ...rows.map(line)].join("\n");
}

export function milliseconds(number: number): string {
  return Number.isNaN(number) ? "–" : number.toFixed(0);
}

export function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}

export function times(number: number): string {
  return Number.isFinite(number) ? number.toFixed(2) : "–";
}
