// npm run dev, npm start: provides the database, migrates it and serves.
import { provideDatabase, stopOnSignals } from "./with-database.server";

const database = await provideDatabase();
const { migrate } = await import("#db/migrate.server");
await migrate(database.url);
const { serve } = await import("~/server");
const server = await serve();
stopOnSignals(async () => {
  await server.stop();
  await database.release();
});
