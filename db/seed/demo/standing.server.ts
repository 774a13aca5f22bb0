import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import { openFreezes } from "~/features/freezes/freeze-queries.server";
import { unfreezeOrganization } from "~/features/freezes/unfreeze-organization.server";
import { confirmTies } from "~/features/ties/confirm-ties.server";
import { declareTie } from "~/features/ties/declare-tie.server";
import { recuse } from "~/features/verification/recuse.server";
import { practitioners } from "./organizations";
import type { Timeline } from "./timeline";
import type { World } from "./world.server";

/** What happened around standing: ties declared ahead, a verifier replaced because of one, and a freeze that was lifted again. */
export function planStanding(world: World, timeline: Timeline): void {
  timeline.on(-262, "16.00", "ties of the social worker", () => declareTiesOf(world, timeline));
  for (const { key } of practitioners.filter(({ key }) => key !== "psm.jati")) {
    timeline.on(-261, "16.30", `${key} states the ties`, () => world.does(key, confirmTies, {}));
  }
  for (const key of ["verifikator", "administrator"])
    timeline.on(-261, "17.00", `${key} states the ties`, () => world.does(key, confirmTies, {}));
  timeline.on(-207, "10.00", "the social worker steps back from braille", () =>
    world.does("peksos", recuse, { proposalId: world.program("braille").proposalId }),
  );
  const organizationId = () => world.organization("canting-randu");
  timeline.on(-30, "09.00", "new proposals of a group are frozen", () =>
    world.does("administrator", freezeOrganization, {
      organizationId: organizationId(),
      scope: "pledges",
      reason: "Susunan pengurus pada dua dokumen berbeda, sedang dicocokkan.",
    }),
  );
  timeline.on(-27, "14.00", "and allowed again", async () => {
    const [freeze] = await openFreezes(world.db, organizationId());
    const note = "Pengurus sudah cocok dengan surat keterangan desa yang baru.";
    await world.does("administrator", unfreezeOrganization, { organizationId: organizationId(), freezeId: freeze?.id ?? "", note });
  });
}

async function declareTiesOf(world: World, timeline: Timeline): Promise<void> {
  await world.does("peksos", declareTie, {
    organizationId: world.organization("bina-netra"),
    partyName: "",
    kind: "officer",
    detail: "Pernah menjadi pengurus",
    endedOn: timeline.day(-600),
  });
  await world.does("peksos", declareTie, {
    organizationId: null,
    partyName: "Toko Sumber Alat",
    kind: "family",
    detail: "Keluarga sedarah, penyedia",
    endedOn: null,
  });
}
