import { newId } from "~/kernel/ids";
import type { DraftPatch } from "../draft-patch";
import { kindOf } from "../indicator-kinds";
import type { Section } from "../proposal";
import { type SectionForm, readSection } from "../section-form";

/** A step as it was sent, with the row that a button added or removed. */
export function readStep(section: Section, form: FormData): SectionForm & { intent: string } {
  const intent = String(form.get("aksi") ?? "simpan");
  const { patch, unread } = readSection(section, form);
  const [verb = "", target = ""] = intent.split(":");
  if (verb === "tambah-baris" && section === "budget")
    return { patch: withLine(patch, String(form.get(`groups.${target}.name`) ?? "").trim()), unread, intent };
  if (verb === "tambah-kelompok") return { patch: withLine(patch, String(form.get("kelompokBaru") ?? "").trim()), unread, intent };
  if (verb === "tambah-katalog") return { patch: withKnown(patch, String(form.get("katalog") ?? "")), unread, intent };
  if (verb === "tambah-baris") return { patch: withRow(section, patch), unread, intent };
  const added = addedRows[verb];
  if (added) return { patch: { ...patch, ...added(patch) }, unread, intent };
  if (verb === "hapus-baris") return { ...withoutRow(section, { patch, unread }, target), intent };
  return { patch, unread, intent };
}

/** Steps with two kinds of rows have a button for each. */
const addedRows: Readonly<Record<string, (patch: DraftPatch) => DraftPatch>> = {
  "tambah-swadaya": ({ contributions = [] }) => ({
    contributions: [...contributions, { id: newId(), kind: "labour", description: "", volume: null, unit: "", unitPrice: null }],
  }),
  "tambah-kegiatan": ({ activities = [] }) => ({ activities: [...activities, { id: newId(), name: "", from: null, to: null }] }),
  "tambah-risiko": ({ risks = [] }) => ({ risks: [...risks, { id: newId(), risk: "", likelihood: null, mitigation: "" }] }),
};

/** An empty line at the end of its group, or of the budget when there is no such group yet. */
function withLine(patch: DraftPatch, group: string): DraftPatch {
  const lines = [...(patch.lines ?? [])];
  const last = lines.findLastIndex((line) => line.section === group);
  lines.splice(last < 0 ? lines.length : last + 1, 0, {
    id: newId(),
    section: group,
    description: "",
    volume: null,
    unit: "",
    unitPrice: null,
  });
  return { ...patch, lines };
}

/** An indicator of the catalogue with its name and unit; nothing when none was chosen. */
function withKnown(patch: DraftPatch, code: string): DraftPatch {
  const kind = kindOf(code);
  if (!kind) return patch;
  const row = { id: newId(), code: kind.code, name: kind.nameId, unit: kind.unit, baseline: null, target: null };
  return { ...patch, indicators: [...(patch.indicators ?? []), row] };
}

function withRow(section: Section, patch: DraftPatch): DraftPatch {
  if (section === "members")
    return { ...patch, members: [...(patch.members ?? []), { id: newId(), name: "", village: "", coordinator: "" }] };
  if (section === "tranches")
    return { ...patch, tranches: [...(patch.tranches ?? []), { title: "", amount: null, condition: "", plannedOn: null }] };
  if (section === "indicators") {
    return { ...patch, indicators: [...(patch.indicators ?? []), { id: newId(), name: "", unit: "", baseline: null, target: null }] };
  }
  return patch;
}

const rowLists = ["activities", "risks", "members", "lines", "contributions", "indicators"] as const;

/** The step without the row of this id, or without the termin of this number. */
function withoutRow(section: Section, { patch, unread }: SectionForm, row: string): SectionForm {
  if (section === "payee") return { patch: { ...patch, files: patch.files?.filter((file) => file.fileId !== row) ?? [] }, unread };
  if (section === "tranches") {
    const n = Number(row);
    const tranches = patch.tranches?.filter((_, index) => index !== n - 1) ?? [];
    return { patch: { ...patch, tranches }, unread: renumbered(without(unread, `tranches.${n}.`), n) };
  }
  const field = rowLists.find((list) => patch[list]?.some((one) => one.id === row));
  if (!field) return { patch, unread };
  return { patch: { ...patch, [field]: patch[field]?.filter((one) => one.id !== row) }, unread: without(unread, `${field}.${row}.`) };
}

function without(unread: Record<string, string>, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(unread).filter(([field]) => !field.startsWith(prefix)));
}

/** Termin are known by their number: those behind the removed one move up. */
function renumbered(unread: Record<string, string>, removed: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unread).map(([field, typed]) => {
      const [noun = "", n = "", rest = ""] = field.split(".");
      return [Number(n) > removed ? `${noun}.${Number(n) - 1}.${rest}` : field, typed];
    }),
  );
}
