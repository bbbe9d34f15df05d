type DayFieldProps = {
  readonly label: string;
  /** "2025-05-28", or empty; so are its bounds. */
  readonly day: string;
  readonly first?: string;
  readonly last?: string;
  readonly choose: (day: string) => void;
};

export function DayField({ label, day, first, last, choose }: DayFieldProps) {
  return (
    <label className="filter-day">
      <span>{label}</span>
      <input
        className="field"
        type="date"
        value={day}
        {...(first && { min: first })}
        {...(last && { max: last })}
        onChange={({ target }) => choose(target.value)}
      />
    </label>
  );
}
