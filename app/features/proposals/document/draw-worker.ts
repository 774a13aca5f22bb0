import { parentPort } from "node:worker_threads";
import { drawPaper } from "./draw-paper";
import type { DrawAnswer, DrawQuestion } from "./render-paper.server";

// Draws one paper after another in a thread of its own: laying out a long budget takes a second of computing that no request should wait for.
parentPort?.on("message", async ({ paper, madeAt }: DrawQuestion) => {
  let answer: DrawAnswer;
  try {
    answer = { pdf: await drawPaper(paper, madeAt) };
  } catch (error) {
    answer = { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
