// The demo itself: database, migrations, demo data, build, server. Started by demo.mjs.
import { buildOnce } from "./build-once.server";
import { provideDatabase, stopOnSignals } from "./with-database.server";

const database = await provideDatabase();
// Whatever happens from here on, the database is let go.
let stop = database.release;
stopOnSignals(() => stop());
try {
  const { migrate } = await import("#db/migrate.server");
  if (process.argv.includes("--reset")) await (await import("#db/reset.server")).reset(database.url);
  say("Preparing the database ...");
  await migrate(database.url);
  const { db } = await import("#db/client.server");
  const { seedDemo } = await import("#db/seed/demo.server");
  say("Filling in Cepu Raya (only the first time) ...");
  await seedDemo(db);
  say("Building the pages (only when they changed) ...");
  buildOnce();
  const { serve } = await import("~/server");
  const server = await serve();
  stop = async () => {
    await server.stop();
    await database.release();
  };
  await tellHowToEnter();
} catch (error) {
  console.error(error instanceof Error ? (process.env.LOG_LEVEL === "debug" ? error.stack : error.message) : error);
  await database.release();
  process.exit(1);
}

function say(text: string): void {
  console.log(text);
}

async function tellHowToEnter(): Promise<void> {
  const { absoluteUrl } = await import("~/platform/env.server");
  const { demoEmail, demoPassword } = await import("#db/seed/demo/organizations");
  const people = [
    ["community, chair", "ketua.tunas"],
    ["community, treasurer", "bendahara.tunas"],
    ["company, officer", "petugas.kawung"],
    ["company, approver", "penyetuju.kawung"],
    ["company, pledge waiting", "penyetuju.rimba"],
    ["platform, administrator", "administrator"],
    ["platform, verifier", "verifikator"],
    ["platform, reconciler", "rekonsiliator"],
    ["platform, disburser", "penyalur"],
    ["platform, second signature", "penyetuju"],
    ["platform, auditor", "auditor"],
  ] as const;
  const lines = people.map(([role, key]) => `  ${role.padEnd(28)}${demoEmail(key)}`);
  say(
    `\nSinergi is at ${absoluteUrl("/")}\n\nSign in at ${absoluteUrl("/masuk")} with the password ${demoPassword} as\n${lines.join("\n")}\n\nEmails: ${absoluteUrl("/dev/mailbox")}. Ctrl-C stops everything.`,
  );
}
