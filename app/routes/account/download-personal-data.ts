import { guardedLoader, signedIn } from "~/features/identity/guard.server";
import { exportPersonalData } from "~/features/personal-data/export-personal-data.server";
import { today } from "~/platform/clock.server";

/** `/akun/data/unduh`: everything that belongs to the person, as one file. */
export const loader = guardedLoader(signedIn, async (c) => {
  const everything = await c.run(exportPersonalData, {});
  return new Response(JSON.stringify(everything, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="sinergi-data-saya-${today()}.json"`,
      "Cache-Control": "no-store",
    },
  });
});
