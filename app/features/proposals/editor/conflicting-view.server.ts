import type { Kysely } from "kysely";
import type { Conflict } from "~/components/conflict-choices";
import { areaLabels } from "~/features/areas/area-queries.server";
import type { Language } from "~/kernel/messages";
import type { Side } from "~/kernel/three-way";
import type { DB } from "#db/types.generated";
import type { SectionForm } from "../section-form";
import { mergeSection, sheetOf } from "../section-units";
import { conflictTexts } from "./conflict-texts";
import type { EditorView } from "./editor-view.server";
import { overlaid } from "./typed-view";

type Input = {
  stored: EditorView;
  base: Readonly<Record<string, string>>;
  mine: SectionForm;
  asked: Readonly<Record<string, Side | undefined>>;
};

/** A step with what both wrote where it does not collide, what was typed where it does, and both versions of that to choose from. */
export async function conflictingView(
  db: Kysely<DB>,
  { stored, base, mine, asked }: Input,
  language: Language,
): Promise<{ view: EditorView; conflicts: Conflict[] }> {
  const { merged, conflicts } = mergeSection(stored.section, { base, mine, saved: sheetOf(stored, stored.section), asked });
  const view = overlaid(stored, merged);
  const names = new Map<string, string>([
    ...(await areaLabels(
      db,
      [stored.draft.areaCode, view.draft.areaCode].flatMap((code) => code ?? []),
    )),
    ...stored.needGroups.map((need) => [need.code, language === "id" ? need.nameId : need.nameEn] as const),
    ...stored.offeredNeeds.map((need) => [need.id, `${need.group[language]}, ${need.areaLabel.split(",")[0] ?? ""}`] as const),
    ...stored.payees.map((payee) => [payee.id, `${payee.bankName} ···· ${payee.ending}, ${payee.holderName}`] as const),
  ]);
  return { view, conflicts: conflictTexts(conflicts, { typed: view, stored, asked, names }, language) };
}
