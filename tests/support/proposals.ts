import type { Kysely } from "kysely";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { saveProposalDraft } from "~/features/proposals/save-proposal-draft.server";
import { startProposal } from "~/features/proposals/start-proposal.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { recordCheck } from "~/features/verification/record-check.server";
import { startVerification } from "~/features/verification/start-verification.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { monthOf } from "~/kernel/months";
import { now, today } from "~/platform/clock.server";
import type { BuiltCommunity, BuiltDesk } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";

/** A picture that belongs to an organisation, without its bytes. */
export async function storedPhoto(db: Kysely<DB>, organizationId: string): Promise<string> {
  const id = newId();
  await db
    .insertInto("files")
    .values({
      id,
      organization_id: organizationId,
      sha256: "a".repeat(64),
      name: "foto.jpg",
      media_type: "image/jpeg",
      size_bytes: 1000,
      access: "public",
      created_at: now(),
    })
    .execute();
  return id;
}

/** Everything a proposal needs to be sent: RAB and termin of Rp 5.000.000. */
export function completePatch(community: BuiltCommunity, photo: string): DraftPatch {
  return {
    title: "Kebun pangan lansia di Ngelo",
    summary: "Lansia menanam sayur bersama relawan muda setiap pagi.",
    story: "Delapan puluh delapan lansia hidup sendiri.\n\nKebun bersama memberi sayur segar dan teman bekerja tiap pagi.",
    pillar: "social",
    goals: [2, 3],
    needs: ["neglected_elderly"],
    beneficiaries: 88,
    beneficiaryUnit: "lansia",
    age60up: 88,
    areaCode: "33.16.05.1015",
    place: "Kelurahan Ngelo",
    startsOn: addDays(today(), 10),
    endsOn: addDays(today(), 200),
    openUntil: addDays(today(), 60),
    activities: [{ name: "Menanam", from: monthOf(addDays(today(), 15)), to: monthOf(addDays(today(), 150)) }],
    risks: [{ risk: "Kemarau panjang", likelihood: "medium", mitigation: "Air dari tandon hujan." }],
    lines: [
      { section: "Kebun", description: "Bibit", volume: "12.5", unit: "kg", unitPrice: 40_000n },
      { section: "Kebun", description: "Pagar", volume: "3", unit: "paket", unitPrice: 1_500_000n },
    ],
    tranches: [
      { title: "Lahan", amount: 3_000_000n, condition: "Dana tersedia", plannedOn: addDays(today(), 15) },
      { title: "Tanam", amount: 2_000_000n, condition: "Laporan Termin 1 terbit", plannedOn: addDays(today(), 90) },
    ],
    indicators: [{ name: "Lansia panen sendiri", unit: "lansia", baseline: "0", target: "60" }],
    payeeAccountId: community.payeeAccountId,
    files: [{ fileId: photo, title: "Lahan sebelum ditanam" }],
  };
}

/** A draft of the community with the complete patch, changed by `overrides`. */
export async function draftedProposal(
  db: Kysely<DB>,
  community: BuiltCommunity,
  overrides: DraftPatch = {},
): Promise<{ proposalId: string; version: number }> {
  const photo = await storedPhoto(db, community.organizationId);
  return db.transaction().execute(async (trx) => {
    const { proposalId } = await startProposal(trx, community.editor, { key: newId(), organizationId: community.organizationId });
    const patch = { ...completePatch(community, photo), ...overrides };
    const { version } = await saveProposalDraft(trx, community.editor, { proposalId, version: 1, patch });
    return { proposalId, version };
  });
}

/** The same, sent and opened by the verifier, with every check matching. */
export async function checkedProposal(
  db: Kysely<DB>,
  community: BuiltCommunity,
  desk: BuiltDesk,
  overrides: DraftPatch = {},
): Promise<string> {
  const { proposalId, version } = await draftedProposal(db, community, overrides);
  await db.transaction().execute(async (trx) => {
    await submitProposal(trx, community.chair, { proposalId, version });
    await startVerification(trx, desk.verifier, { proposalId });
    for (const kind of ["legality", "field_visit", "budget"] as const) {
      await recordCheck(trx, desk.verifier, {
        key: newId(),
        proposalId,
        kind,
        result: "match",
        finding: "Sesuai.",
        roleLabel: "Meja verifikasi",
      });
    }
  });
  return proposalId;
}
