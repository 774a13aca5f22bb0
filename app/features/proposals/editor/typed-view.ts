import { newId } from "~/kernel/ids";
import type { ProposalDraft } from "../proposal-draft";
import type { SectionForm } from "../section-form";
import type { EditorView } from "./editor-view.server";

/** A step as it was typed, laid over what is stored. */
export function overlaid(view: EditorView, { patch, unread }: SectionForm): EditorView {
  const { files, members, lines, indicators, contributions, activities, risks, ...fields } = patch;
  const draft: ProposalDraft = {
    ...view.draft,
    ...withoutUndefined(fields),
    ...(members ? { members: members.map((member) => ({ villageCode: null, ...member, id: member.id ?? newId() })) } : {}),
    ...(lines ? { lines: lines.map((line) => ({ tax: null, memberId: null, shares: [], ...line, id: line.id ?? newId() })) } : {}),
    ...(indicators ? { indicators: indicators.map((one) => ({ code: null, ...one, id: one.id ?? newId() })) } : {}),
    ...(contributions ? { contributions: contributions.map(identified) } : {}),
    ...(activities ? { activities: activities.map(identified) } : {}),
    ...(risks ? { risks: risks.map(identified) } : {}),
  };
  return {
    ...view,
    draft,
    unread: { ...view.unread, [view.section]: unread },
    files: files
      ? view.files.map((file) => ({ ...file, title: files.find((typed) => typed.fileId === file.fileId)?.title ?? file.title }))
      : view.files,
  };
}

function identified<Row extends { id?: string }>(row: Row): Row & { id: string } {
  return { ...row, id: row.id ?? newId() };
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
