import { afterEach, beforeEach, expect, vi } from "vitest";

// What is written to console.error in a test is a failure, unless the test expects it and clears the spy.
let spy: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  spy = vi.spyOn(console, "error");
});

afterEach(() => {
  expect(spy).not.toHaveBeenCalled();
  spy.mockRestore();
});
