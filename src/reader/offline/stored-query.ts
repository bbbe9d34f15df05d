import { queryOptions } from "@tanstack/react-query";
import { askOffline } from "./ask-offline.ts";

/** What is stored on the device. Fails where nothing can be. */
export const storedQuery = queryOptions({
  queryKey: ["stored"],
  queryFn: () => askOffline({ kind: "stored" }, "stored"),
  staleTime: 0,
  gcTime: 0,
  retry: false,
});
