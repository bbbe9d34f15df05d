import { useState } from "react";
import tokens from "#ui/design-tokens.json" with { type: "json" };
import type { ToolWords } from "#words/tools/english.ts";
import { useFrame } from "../frame-context.ts";
import type { SettingName } from "../obey-settings.ts";
import { SettledStatus } from "../settled-status.tsx";
import { choose, resetSettings, useChosenSettings } from "./chosen-settings.ts";

type PlainKey = keyof ToolWords["plain"];

/** A choice, by what it is noted as; the usual one is noted as nothing. */
type Choice = readonly [value: string | undefined, label: PlainKey];
type Question = { readonly name: SettingName; readonly label: PlainKey; readonly choices: readonly Choice[] };

const theme: Question = {
  name: "theme",
  label: "theme",
  choices: [
    [undefined, "themeAuto"],
    ["light", "themeLight"],
    ["dark", "themeDark"],
    ["sepia", "themeSepia"],
    ["contrast", "themeContrast"],
  ],
};
const further: readonly Question[] = [
  {
    name: "leading",
    label: "leading",
    choices: [
      ["1", "leadingTight"],
      [undefined, "leadingUsual"],
      ["3", "leadingOpen"],
      ["4", "leadingWide"],
    ],
  },
  {
    name: "measure",
    label: "measure",
    choices: [
      ["1", "measureShort"],
      [undefined, "measureUsual"],
      ["3", "measureLong"],
    ],
  },
  {
    name: "face",
    label: "face",
    choices: [
      [undefined, "faceSerif"],
      ["sans", "faceSans"],
      ["legible", "faceLegible"],
    ],
  },
  {
    name: "spacing",
    label: "spacing",
    choices: [
      [undefined, "spacingUsual"],
      ["wide", "spacingWide"],
      ["widest", "spacingWidest"],
    ],
  },
];

type Switch = {
  readonly name: SettingName;
  readonly label: PlainKey;
  readonly on: string | undefined;
  readonly off: string | undefined;
};

/** Yes or no, by what is noted for either. Pictures may be held because the browser was told to save data. */
const switches: readonly Switch[] = [
  { name: "motion", label: "lessMotion", on: "less", off: undefined },
  { name: "pictures", label: "tappedPictures", on: "tapped", off: "all" },
  { name: "shortcuts", label: "useShortcuts", on: undefined, off: "off" },
];

/** Everything about reading that a reader may set, obeyed as it is chosen. */
export function SettingsForm({ words }: { words: ToolWords }) {
  const { settings, isStored } = useChosenSettings();
  const [said, setSaid] = useState("");
  const { plain } = words;
  const answer = (name: SettingName, value: string | undefined, setting: string, choice: string) => {
    choose(name, value);
    setSaid(words.fill("chosen", { setting, choice }));
  };
  const ask = ({ name, label, choices }: Question) => (
    <Choices
      key={name}
      name={name}
      label={plain[label]}
      choices={choices.map(([value, choice]) => [value, plain[choice]])}
      chosen={settings[name]}
      answer={answer}
    />
  );
  return (
    <div className="settings-form">
      {ask(theme)}
      <TextSize label={plain.size} chosen={settings.size} answer={answer} />
      {further.map(ask)}
      <fieldset className="choices">
        <legend>{plain.comfort}</legend>
        <div className="grid">
          {switches.map(({ name, label, on, off }) => (
            <label key={name} className="tap filter-choice" data-setting={name}>
              <input
                type="checkbox"
                checked={on === undefined ? settings[name] !== off : settings[name] === on}
                onChange={({ target }) => choose(name, target.checked ? on : off)}
              />
              {plain[label]}
            </label>
          ))}
        </div>
      </fieldset>
      {!isStored && <p className="meta">{plain.notKept}</p>}
      <p>
        <button
          type="button"
          className="control"
          onClick={() => {
            resetSettings();
            setSaid(plain.wasReset);
          }}
        >
          {plain.reset}
        </button>
      </p>
      <SettledStatus text={said} />
    </div>
  );
}

type ChoicesProps = {
  readonly name: SettingName;
  /** What it is called where it is looked for from outside, when not by its name. */
  readonly hook?: string;
  readonly label: string;
  readonly choices: readonly (readonly [value: string | undefined, label: string])[];
  readonly chosen: string | undefined;
  readonly answer: (name: SettingName, value: string | undefined, setting: string, choice: string) => void;
};

function Choices({ name, hook = name, label, choices, chosen, answer }: ChoicesProps) {
  return (
    <fieldset className="choices" data-setting={hook}>
      <legend>{label}</legend>
      <div className="choices-row">
        {choices.map(([value, choice]) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name={name}
              value={value ?? "usual"}
              checked={chosen === value}
              onChange={() => answer(name, value, label, choice)}
            />
            {choice}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Seven steps, told in percent of the usual size. */
function TextSize(props: Pick<ChoicesProps, "label" | "chosen" | "answer">) {
  const { language, digits } = useFrame().clock;
  const percent = new Intl.NumberFormat(language, { style: "percent", numberingSystem: digits });
  const choices = tokens.readerSize.map(
    (size, at) => [size === 1 ? undefined : String(at + 1), percent.format(size)] as const,
  );
  return <Choices name="size" hook="text-size" choices={choices} {...props} />;
}
