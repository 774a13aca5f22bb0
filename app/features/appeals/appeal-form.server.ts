import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { filesRefusals } from "~/features/files/files-messages";
import { alongside, refused } from "~/features/identity/form-refusal";
import type { Context, community } from "~/features/identity/guard.server";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { firstNeeds } from "./appeal";
import { appealRefusals } from "./appeal-refusals";
import { districtsBeside, homeDistrict, villagesOf } from "./appeal-queries.server";
import { appealSchema, countSchema, lineRows, readLines, statementSchema, type TypedLine, typedLines } from "./appeal.schema";
import { raiseAppeal } from "./raise-appeal.server";

type C = Context<ReturnType<typeof community>>;

export const appealRefusalTexts = {
  id: { ...filesRefusals.id, ...appealRefusals.id },
  en: { ...filesRefusals.en, ...appealRefusals.en },
};

/** What the form needs: the villages of the unit's district, or of the one that `?kecamatan` names. */
export async function loadAppealForm(c: C) {
  const own = await homeDistrict(c.db, c.membership.organizationId);
  const asked = c.url.searchParams.get("kecamatan") ?? "";
  const district = /^\d\d\.\d\d\.\d\d$/.test(asked) ? asked : own;
  const [villages, districts] = await Promise.all([villagesOf(c.db, district), districtsBeside(c.db, district)]);
  return {
    kunci: newId(),
    language: c.language,
    today: today(),
    isTagana: c.membership.element === "disaster_cadet",
    villages,
    districts,
    district,
  };
}

/** Raises what the form says; the compute button fills in the first needs and changes nothing else. */
export async function raiseFromForm(c: C) {
  const form = await c.form();
  const rows = typedLines(form);
  const submission = parseWithZod(form, { schema: appealSchema });
  if (form.get("aksi") === "hitung") {
    const count = parseWithZod(form, { schema: countSchema });
    const lines = count.status === "success" ? padded(firstNeeds(count.value).map(asTyped)) : rows;
    return data({ result: { initialValue: submission.reply().initialValue }, lines }, 200);
  }
  const { lines, errors } = readLines(rows);
  const later = form.get("statementKind") !== "there";
  const statement = later ? undefined : parseWithZod(form, { schema: statementSchema });
  if (submission.status !== "success" || Object.keys(errors).length > 0 || (statement && statement.status !== "success")) {
    const reply = submission.reply({ fieldErrors: { ...(statement?.reply().error as Record<string, string[]> | undefined), ...errors } });
    return data({ result: reply, lines: rows }, 400);
  }
  const { statementKind: _, statementNumber, statementIssuer, statementFrom, statementUntil, statementFile, ...said } = submission.value;
  const { disaster, title, situation, beganOn, villages, ...count } = said;
  const outcome = await c.attempt(raiseAppeal, {
    key: String(form.get("kunci") ?? ""),
    organizationId: c.membership.organizationId,
    disaster,
    title,
    situation,
    beganOn,
    villages,
    count,
    lines,
    statement: statement?.status === "success" ? statementOf(statement.value) : null,
  });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, appealRefusalTexts), { lines: rows });
  return { raised: outcome.value };
}

/** A parsed statement as the operations take it. */
export function statementOf(value: {
  statementNumber: string;
  statementIssuer: string;
  statementFrom: string;
  statementUntil: string;
  statementFile: File | null;
}) {
  return {
    number: value.statementNumber,
    issuer: value.statementIssuer,
    from: value.statementFrom,
    until: value.statementUntil,
    file: value.statementFile,
  };
}

function asTyped(line: ReturnType<typeof firstNeeds>[number]): TypedLine {
  return { ...line, volume: String(line.volume), unitPrice: line.unitPrice.toString() };
}

function padded(lines: readonly TypedLine[]): TypedLine[] {
  const empty = { description: "", volume: "", unit: "", unitPrice: "" };
  return Array.from({ length: lineRows }, (_, row) => lines[row] ?? empty);
}
