// Draws one paper after another in a thread of its own: laying out a long budget takes a second of computing that no request should wait for.
// A thread doesn't take over how its process reads TypeScript, so it says so itself.
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { drawPaper } = await import("./draw-paper.tsx");

parentPort?.on("message", async ({ paper, madeAt }) => {
  try {
    parentPort?.postMessage({ pdf: await drawPaper(paper, madeAt) });
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
