// npm run worker: runs jobs in a process of their own.
import { provideDatabase, stopOnSignals } from "./with-database.server";

const database = await provideDatabase();
const { startWorker } = await import("~/jobs/worker.server");
const worker = await startWorker();
stopOnSignals(async () => {
  await worker.stop();
  await database.release();
});
