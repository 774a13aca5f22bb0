import path from "node:path";
import { Worker } from "node:worker_threads";
import { log } from "~/platform/log.server";
import type { Paper } from "./paper";

/** What the thread is asked, and what it answers: `draw-worker.mjs`. */
type DrawQuestion = { paper: Paper; madeAt: Date };
type DrawAnswer = { pdf: Uint8Array } | { failed: string };

/** The source itself, read through tsx as the server is: the built server knows nothing of the library. */
const script = path.resolve("app/features/proposals/document/draw-worker.mjs");
const waitingAtMost = 6;
const patience = 30_000;
const idleFor = 60_000;

let worker: Worker | undefined;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();
let idle: NodeJS.Timeout | undefined;

/**
 * A paper as a PDF. One is drawn at a time, beside the server's own thread; undefined when too many wait already, so that a burst of
 * readers gets an answer at once and the rest of the house goes on. A paper that takes longer than half a minute is given up.
 */
export async function renderPaper(paper: Paper, madeAt: Date): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (waiting >= waitingAtMost) return undefined;
  waiting += 1;
  const drawn = last.then(() => draw({ paper, madeAt }));
  last = drawn.catch(() => undefined);
  try {
    return new Uint8Array(await drawn);
  } finally {
    waiting -= 1;
  }
}

function draw(question: DrawQuestion): Promise<Uint8Array> {
  clearTimeout(idle);
  worker ??= start();
  const thread = worker;
  return new Promise<Uint8Array>((resolve, reject) => {
    const giveUp = setTimeout(() => end(new Error("drawing took too long")), patience);
    const settle = () => {
      clearTimeout(giveUp);
      thread.removeListener("message", answered).removeListener("error", end).removeListener("exit", left);
      idle = setTimeout(stop, idleFor).unref();
    };
    const answered = (answer: DrawAnswer) => {
      settle();
      if ("pdf" in answer) resolve(answer.pdf);
      else reject(new Error(`a paper could not be drawn: ${answer.failed}`));
    };
    const end = (error: Error) => {
      settle();
      stop();
      reject(error);
    };
    const left = (code: number) => end(new Error(`the drawing thread ended with ${code}`));
    thread.on("message", answered).on("error", end).on("exit", left);
    thread.postMessage(question);
  });
}

function start(): Worker {
  const thread = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 384 } });
  // It keeps no process alive, and what it says outside a paper is only logged.
  thread.unref();
  thread.on("error", (error) => log.error({ err: error }, "the drawing thread failed"));
  return thread;
}

function stop(): void {
  void worker?.terminate();
  worker = undefined;
}
