// npm run demo: from a fresh clone to a running demo, in one command.
import { installWhatIsMissing, runCommand } from "./node24.mjs";

installWhatIsMissing();
process.exit(await runCommand("app/commands/demo.ts", process.argv.slice(2), { SINERGI_DEMO: "on", NODE_ENV: "production" }));
