/** For tests that are about one kind of screen: the other project leaves them out. */
export const onDesktops = { tag: "@desktop" };
export const onPhones = { tag: "@phone" };
/** Files that are about what is the same on a phone, or that change the window themselves. */
export const onDesktopsOnly = /\/(?:audit|embed-\w+|embeds|offline)\.spec\.ts$/u;
