import { addresses } from "#edition/paths.ts";
import { EditionLink } from "../edition-link.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { Sheet, type SheetProps } from "./sheet.tsx";

export function SettingsSheet({ words, onClose }: SheetProps) {
  return (
    <Sheet title={words.plain.settings} words={words} onClose={onClose}>
      <SettingsForm words={words} />
      <p>
        <EditionLink className="tap text-link" to={addresses.settings}>
          {words.plain.allSettings}
        </EditionLink>
      </p>
    </Sheet>
  );
}
