import { addService } from "~/features/referrals/add-service.server";
import { answerReferral } from "~/features/referrals/answer-referral.server";
import { referNeed } from "~/features/referrals/refer-need.server";
import type { Timeline } from "./timeline";
import { type World, known } from "./world.server";

const center = "pelita-keluarga";
const psm = "psm.jati";

/** The demo's family centre with two services, and two needs referred to it: one that it accepted, one that waits. */
export function planReferrals(world: World, timeline: Timeline): void {
  const made = new Map<string, string>();
  const list = async (key: string, service: Omit<Parameters<typeof addService>[2], "organizationId">) => {
    const { serviceId } = await world.does("ketua.pelita", addService, { organizationId: world.organization(center), ...service });
    made.set(key, serviceId);
  };
  const refer = async (need: string, service: string, note: string) => {
    const input = { organizationId: world.organization(psm), needId: known(world.needs, need), serviceId: known(made, service), note };
    made.set(need, (await world.does(psm, referNeed, input)).referralId);
  };

  timeline.on(-60, "09.00", "the centre opens its counselling", () =>
    list("counselling", {
      kind: "family_counselling",
      areaCode: "33.16.02",
      groups: ["family_in_distress", "vulnerable_woman"],
      hours: "Senin sampai Jumat, 08.00–14.00, di kantor atau lewat telepon kantor",
    }),
  );
  timeline.on(-60, "09.20", "and its work with children", () =>
    list("children", {
      kind: "child_support",
      areaCode: "33.16",
      groups: ["neglected_child", "child_in_conflict_with_law", "child_victim_of_violence"],
      hours: "Setiap hari kerja, 13.00–17.00, pendamping datang ke desa",
    }),
  );
  timeline.on(-12, "16.10", "the PSM refers the women of Temulus", () =>
    refer("temulus", "counselling", "Beberapa ibu menanggung utang suami dan ingin bicara dengan konselor di desa."),
  );
  timeline.on(-11, "09.30", "and the centre accepts", () =>
    world.does("ketua.pelita", answerReferral, {
      referralId: known(made, "temulus"),
      accept: true,
      answer: "Konselor datang tiap Rabu ke balai desa, mulai minggu depan.",
    }),
  );
  timeline.on(-2, "17.00", "and the children of Jegong", () =>
    refer("jegong", "children", "Sebagian anak tidak bersekolah sejak orang tua merantau. Perlu pendamping untuk kembali ke sekolah."),
  );
}
