import { answerConsent } from "~/features/proposals/answer-consent.server";
import { askConsent } from "~/features/proposals/ask-consent.server";
import { attachProposalFile } from "~/features/proposals/attach-proposal-file.server";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { saveProposalDraft } from "~/features/proposals/save-proposal-draft.server";
import { startProposal } from "~/features/proposals/start-proposal.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { publishProposal } from "~/features/verification/publish-proposal.server";
import { recordCheck } from "~/features/verification/record-check.server";
import { startVerification } from "~/features/verification/start-verification.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { allocate, formatWhole } from "~/kernel/money";
import { monthOf } from "~/kernel/months";
import { today } from "~/platform/clock.server";
import type { DemoPlan, DemoProgram } from "./demo-program";
import { communities, peopleOf } from "./organizations";
import { makePdf } from "./papers";
import { demoPlans } from "./plans";
import { type Scene, drawPhoto } from "./photos.server";
import type { Timeline } from "./timeline";
import { type World, fileOf, formKey, known } from "./world.server";

type Draft = Pick<DemoProgram, "key" | "community" | "title"> & Partial<DemoProgram>;

/** The community writes its proposal, with a picture of how things are and the proposal as a document. */
export async function writeProposal(world: World, timeline: Timeline, program: Draft, scene?: Scene): Promise<void> {
  const { writer } = peopleOf(program.community);
  const organizationId = world.organization(program.community);
  const { proposalId } = await world.does(writer, startProposal, { ...formKey(), organizationId, title: program.title });
  if (scene) {
    await world.does(writer, attachProposalFile, {
      proposalId,
      file: fileOf(await drawPhoto(scene), "keadaan-sekarang.jpg"),
      title: "Keadaan sekarang",
      access: "public",
    });
    const pages = (program.lines ?? []).map(
      ([, description, volume, unit, price]) => `${description}: ${formatWhole(volume)} ${unit} x Rp ${formatWhole(price)}`,
    );
    await world.does(writer, attachProposalFile, {
      proposalId,
      file: fileOf(makePdf(program.title.slice(0, 60), pages), "rab-rinci.pdf"),
      title: "RAB rinci",
      access: "public",
    });
  }
  await world.does(writer, saveProposalDraft, { proposalId, version: 1, patch: patchOf(world, timeline, program) });
  const ids = async (table: "budget_lines" | "indicators") =>
    (await world.db.selectFrom(table).select("id").where("proposal_id", "=", proposalId).orderBy("position").execute()).map(({ id }) => id);
  world.programs.set(program.key, { proposalId, lines: await ids("budget_lines"), indicators: await ids("indicators") });
}

function patchOf(world: World, timeline: Timeline, program: Draft): DraftPatch {
  const on = (days: number | undefined) => (days === undefined ? null : timeline.day(days));
  return {
    title: program.title,
    summary: program.summary ?? "",
    story: program.story ?? "",
    areaCode: program.areaCode ?? null,
    place: program.place ?? "",
    pillar: program.pillar ?? null,
    needs: program.needs ?? [],
    answers: (program.answers ?? []).map(([need, people]) => ({ needId: known(world.needs, need), people })),
    goals: program.goals ?? [],
    beneficiaries: program.beneficiaries?.total ?? null,
    beneficiaryUnit: program.beneficiaries?.unit ?? "",
    ...peopleOfProgram(program),
    ledByWoman: program.ledByWoman ?? false,
    urgent: program.urgent ?? false,
    startsOn: on(program.startsOn),
    endsOn: on(program.endsOn),
    openUntil: on(program.openUntil),
    ...planOf(timeline, demoPlans[program.key]),
    ...rowsOf(program),
    tranches: (program.tranches ?? []).map(([title, amount, condition, days]) => ({
      title,
      amount,
      condition,
      plannedOn: timeline.day(days),
    })),
    indicators: (program.indicators ?? []).map(([name, unit, baseline, target, code = null]) => ({
      code,
      name,
      unit,
      baseline: String(baseline),
      target: String(target),
    })),
    payeeAccountId: program.tranches ? (world.payeeAccounts.get(program.community) ?? null) : null,
  };
}

function peopleOfProgram({ beneficiaries }: Draft): DraftPatch {
  const { people = null, indirect = null, women = null, men = null, ages = [], disabled = null } = beneficiaries ?? {};
  const [age0to5 = null, age6to17 = null, age18to59 = null, age60up = null] = ages;
  return { people, indirect, women, men, age0to5, age6to17, age18to59, age60up, disabled };
}

/** Schedule, risks, swadaya and the people of each need group. */
function planOf(timeline: Timeline, plan: DemoPlan | undefined): DraftPatch {
  const month = (days: number) => monthOf(timeline.day(days));
  return {
    needPeople: Object.entries(plan?.groups ?? {}).map(([code, people]) => ({ code, people })),
    activities: (plan?.activities ?? []).map(([name, from, to]) => ({ name, from: month(from), to: month(to) })),
    risks: (plan?.risks ?? []).map(([risk, likelihood, mitigation]) => ({ risk, likelihood, mitigation })),
    contributions: (plan?.contributions ?? []).map(([kind, description, volume, unit, unitPrice]) => ({
      kind,
      description,
      volume: String(volume),
      unit,
      unitPrice,
    })),
  };
}

/** The budget, and in a joint proposal the groups that its lines belong to. */
function rowsOf(program: Draft): Pick<DraftPatch, "members" | "lines"> {
  const members = (program.members ?? []).map(([name, village, coordinator]) => ({ id: newId(), name, village, coordinator }));
  const lines = (program.lines ?? []).map(([section, description, volume, unit, unitPrice, member], index) => {
    const owner = members[member === "all" ? 0 : (member ?? -1)];
    const parts =
      member === "all"
        ? allocate(
            BigInt(volume) * unitPrice,
            members.map(() => 1n),
          )
        : [];
    const shares = parts.slice(1).map((amount, index) => ({ memberId: members[index + 1]?.id ?? "", amount }));
    const tax = demoPlans[program.key]?.taxes?.[index + 1] ?? null;
    return { section, description, volume: String(volume), unit, unitPrice, tax, memberId: owner?.id ?? null, shares };
  });
  return { members, lines };
}

export async function sendProposal(world: World, key: string, community: string): Promise<void> {
  const { proposalId } = world.program(key);
  const { version } = await world.db.selectFrom("proposals").select("version").where("id", "=", proposalId).executeTakeFirstOrThrow();
  const { sender } = peopleOf(community);
  const sponsor = communities.find(({ key: one }) => one === community)?.sponsor;
  if (sponsor) {
    await world.does(sender, askConsent, { proposalId, version });
    await world.does(peopleOf(sponsor).sender, answerConsent, { proposalId, version, give: true, note: "" });
  }
  await world.does(sender, submitProposal, { proposalId, version });
}

export async function openForChecking(world: World, key: string): Promise<void> {
  await world.does("verifikator", startVerification, { proposalId: world.program(key).proposalId });
}

/** The checks that a proposal needs before it can be published, as the roles of the field report them. */
export async function checkProposal(world: World, key: string, { place, people }: { place: string; people: string }): Promise<void> {
  const { proposalId } = world.program(key);
  const halfYear = addDays(today(), 183);
  const checks = [
    ["legality", "Meja verifikasi", "Legalitas lembaga dan rekening atas namanya dibandingkan dengan aslinya.", null],
    ["field_visit", `PSM ${place}`, `Lokasi dikunjungi. ${people} cocok dengan data desa.`, halfYear],
    ["need", "Pekerja Sosial Profesional", "Sesuai dengan kebutuhan sasaran.", halfYear],
    ["budget", "Meja verifikasi", "Setiap baris RAB dibandingkan dengan standar harga kabupaten.", halfYear],
  ] as const;
  for (const [kind, roleLabel, finding, validUntil] of checks) {
    await world.does("verifikator", recordCheck, { ...formKey(), proposalId, kind, result: "match", finding, roleLabel, validUntil });
  }
}

export async function publishDemo(world: World, key: string): Promise<void> {
  await world.does("administrator", publishProposal, { proposalId: world.program(key).proposalId });
}
