import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { rootText } from "~/features/reporting/open-ledger";
import { headsAt } from "~/features/reporting/open-ledger.server";
import { isDay } from "~/kernel/dates";
import { today } from "~/platform/clock.server";

/** `/data/akar/2026-11-24.txt`: the list whose SHA-256 is the root of that day. */
export const loader = guardedLoader(anyone, async (c) => {
  const day = (c.params.day ?? "").replace(/\.txt$/, "");
  if (!isDay(day) || day > today()) throw new Response(null, { status: 404 });
  const text = rootText(day, await headsAt(c.db, day));
  return fileResponse(text, { type: "text/plain", name: `akar-${day}.txt`, inline: true });
});
