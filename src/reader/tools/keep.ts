/** Values by name that stay on the device. Where it keeps nothing, they stay until the page is closed. */
export type Keep<Value> = {
  readonly all: () => Promise<Map<string, Value>>;
  /** Reads anew what another page may have changed, unless something is in memory alone. */
  readonly forget: () => void;
  /** Whether it is kept. */
  readonly put: (name: string, value: Value) => Promise<boolean>;
  readonly remove: (name: string) => Promise<void>;
};

/** A keep in IndexedDB. Every failure of it (denied, full, damaged) leaves what is in memory. */
export function openKeep<Value>(database: string): Keep<Value> {
  let opening: Promise<IDBDatabase> | undefined;
  let inMemory: Promise<Map<string, Value>> | undefined;
  let isInMemoryAlone = false;
  const run = async <Answer>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Answer>) => {
    opening ??= open(database);
    const transaction = (await opening).transaction(storeName, mode);
    const request = ask(transaction.objectStore(storeName));
    await new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error ?? new Error("The device has stored nothing."));
    });
    return request.result;
  };
  const load = async () => {
    try {
      const [names, values] = await Promise.all([
        run("readonly", (store) => store.getAllKeys()),
        run("readonly", (store) => store.getAll() as IDBRequest<Value[]>),
      ]);
      return new Map(names.map((name, at) => [name as string, values[at] as Value]));
    } catch {
      return new Map<string, Value>();
    }
  };
  const all = () => {
    inMemory ??= load();
    return inMemory;
  };
  return {
    all,
    forget: () => {
      if (!isInMemoryAlone) inMemory = undefined;
    },
    put: async (name, value) => {
      (await all()).set(name, value);
      return run("readwrite", (store) => store.put(value, name)).then(
        () => true,
        () => {
          isInMemoryAlone = true;
          return false;
        },
      );
    },
    remove: async (name) => {
      (await all()).delete(name);
      await run("readwrite", (store) => store.delete(name)).catch(() => undefined);
    },
  };
}

const storeName = "kept";

function open(database: string): Promise<IDBDatabase> {
  return new Promise((opened, failed) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => opened(request.result);
    request.onerror = () => failed(request.error ?? new Error("The device stores nothing."));
    request.onblocked = () => failed(new Error("Another page holds what is stored."));
  });
}
