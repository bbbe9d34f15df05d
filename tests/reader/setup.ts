import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// What jsdom leaves out of a browser and the reader asks for.
window.scrollTo = vi.fn();

// A machine may have much else to do.
configure({ asyncUtilTimeout: 5_000 });

afterEach(cleanup);
