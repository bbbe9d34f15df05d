import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// What jsdom leaves out of a browser and the reader asks for.
window.scrollTo = vi.fn();

afterEach(cleanup);
