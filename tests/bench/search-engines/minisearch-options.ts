export const miniSearchOptions = { fields: ["title", "text"], storeFields: ["title"] };
