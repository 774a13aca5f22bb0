import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { searchAreas } from "~/features/areas/area-queries.server";
import { misread, refused } from "~/features/identity/form-refusal";
import type { Context, practitioner } from "~/features/identity/guard.server";
import type { DomainError } from "~/kernel/domain-error";
import type { Attempt } from "~/kernel/result";
import { flash } from "~/platform/flash.server";
import { labelsOf } from "./guidance-queries.server";
import { guidanceRefusals } from "./guidance-refusals";
import { articleSchema } from "./guidance.schema";
import type { ArticleText } from "./save-article.server";
import { writerMessages } from "./writer-messages";

type C = Context<ReturnType<typeof practitioner>>;
type Save = (text: ArticleText, revision: number, key: string) => Promise<Attempt<{ articleId: string }>>;

/** Reads the form of an article and keeps it by `save`; the button for areas only searches, and nothing typed is lost. */
export async function receiveArticle(c: C, save: Save) {
  const form = await c.form();
  const submission = parseWithZod(form, { schema: articleSchema });
  const areas = await labelsOf(c.db, form.getAll("areas").map(String).slice(0, 30));
  if (form.get("aksi") === "cari-wilayah") {
    const q = String(form.get("areaCodeCari") ?? "");
    return data({ result: { ...submission.reply(), error: {} }, areas, search: { q, results: await searchAreas(c.db, { q }) } }, 200);
  }
  if (submission.status !== "success") return data({ ...misread(submission).data, areas, search: undefined }, 400);
  const { revision, areaCode, ...text } = submission.value;
  const outcome = await save(
    { ...text, areas: [...text.areas, ...(areaCode ? [areaCode] : [])] },
    revision,
    String(form.get("kunci") ?? ""),
  );
  if (!outcome.ok) return data({ ...refusedArticle(c, submission, outcome.refusal), areas, search: undefined }, 400);
  const own = `/ruang/petugas/panduan/${outcome.value.articleId}`;
  const headers = await flash(writerMessages[c.language].done.saved);
  throw redirect(form.get("aksi") === "lihat" ? `${own}/pratinjau` : own, { status: 303, headers });
}

function refusedArticle(c: C, submission: Parameters<typeof refused>[0], refusal: DomainError) {
  return refused(submission, refusal, c.language, guidanceRefusals).data;
}
