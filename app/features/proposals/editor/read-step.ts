import { newId } from "~/kernel/ids";
import type { DraftPatch } from "../draft-patch";
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
  if (verb === "tambah-baris") return { patch: withRow(section, patch), unread, intent };
  if (verb === "hapus-baris") return { ...withoutRow(section, { patch, unread }, target), intent };
  return { patch, unread, intent };
}

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

function withoutRow(section: Section, { patch, unread }: SectionForm, row: string): SectionForm {
  if (section === "budget")
    return { patch: { ...patch, lines: patch.lines?.filter((line) => line.id !== row) ?? [] }, unread: without(unread, `lines.${row}.`) };
  if (section === "members") {
    return {
      patch: { ...patch, members: patch.members?.filter((one) => one.id !== row) ?? [] },
      unread: without(unread, `members.${row}.`),
    };
  }
  if (section === "indicators") {
    return {
      patch: { ...patch, indicators: patch.indicators?.filter((one) => one.id !== row) ?? [] },
      unread: without(unread, `indicators.${row}.`),
    };
  }
  if (section === "payee") return { patch: { ...patch, files: patch.files?.filter((file) => file.fileId !== row) ?? [] }, unread };
  if (section !== "tranches") return { patch, unread };
  const n = Number(row);
  return {
    patch: { ...patch, tranches: patch.tranches?.filter((_, index) => index !== n - 1) ?? [] },
    unread: renumbered(without(unread, `tranches.${n}.`), n),
  };
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
