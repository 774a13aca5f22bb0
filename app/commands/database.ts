// npm run db:migrate, db:seed, db:check, db:reset.
import { provideDatabase } from "./with-database.server";

const database = await provideDatabase();
const { migrate } = await import("#db/migrate.server");

const commands: Record<string, () => Promise<boolean>> = {
  async migrate() {
    await migrate(database.url);
    console.log("The database is up to date.");
    return true;
  },
  async seed() {
    await migrate(database.url);
    const { db } = await import("#db/client.server");
    const { seedDemo } = await import("#db/seed/demo.server");
    console.log((await seedDemo(db)) ? "The demo is filled in." : "There is data already; nothing was added.");
    return true;
  },
  async check() {
    const { checkDatabase } = await import("#db/check.server");
    return checkDatabase(database.url);
  },
  async reset() {
    const { reset } = await import("#db/reset.server");
    await reset(database.url);
    await migrate(database.url);
    console.log("The database is empty and up to date.");
    return true;
  },
};

const command = commands[process.argv[2] ?? ""];
if (!command) throw new Error(`Unknown command ${process.argv[2]}: one of ${Object.keys(commands).join(", ")}`);
let succeeded = false;
try {
  succeeded = await command();
} finally {
  const { closeDatabase } = await import("#db/client.server");
  await closeDatabase();
  await database.release();
}
process.exit(succeeded ? 0 : 1);
