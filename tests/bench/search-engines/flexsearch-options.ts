import { Charset } from "flexsearch";

export const flexSearchOptions = { tokenize: "forward" as const, encoder: Charset.LatinBalance };
