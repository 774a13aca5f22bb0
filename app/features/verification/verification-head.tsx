import { Goals, StatusBadge } from "~/components/badge";
import { Button } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Motif, motifOf } from "~/components/motif";
import { Note } from "~/components/note";
import { Breadcrumbs } from "~/components/page";
import { EmergencyMark } from "~/components/program-name";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { formatDay } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { verificationMessages } from "./verification-messages";
import type { VerificationView } from "./verification-queries.server";

/** The finding as a title, and under it which proposal it is about. */
export function VerificationHead({ view }: { view: VerificationView }) {
  const t = useMessages(verificationMessages);
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  const need = view.needs[0];
  return (
    <>
      <Breadcrumbs items={[{ href: "/admin/verifikasi", label: t.queue.crumb }]} />
      <div className="ph-head [padding:.5rem_0_1.75rem] flex gap-6 items-start">
        <Motif of={motifOf({ element: view.organization.element })} size="xl" />
        <div className="min-w-0">
          <h1 className="max-w-[26ch]">
            <Finding view={view} />
          </h1>
          <p className="mt-3">
            <b>{view.draft.title}</b>
            <span className="muted">
              {" "}
              · {view.organization.name}, {view.area.at(-1)?.label} {view.code && ` · ${view.code}`}
            </span>
          </p>
          <div className="row mt-3 gap-2.5">
            <StatusBadge tone="info">
              {words.status[view.status]}
              {view.sentOn && `, ${formatDay(view.sentOn, language)}`}
            </StatusBadge>
            <EmergencyMark urgent={view.draft.urgent} />
            <Goals numbers={view.goals} />
            {need && (
              <StatusBadge icon="user">
                {language === "id" ? need.nameId : need.nameEn} · {formatWhole(view.draft.beneficiaries ?? 0, language)}{" "}
                {view.draft.beneficiaryUnit}
              </StatusBadge>
            )}
          </div>
        </div>
      </div>
    </>
  );
}

function Finding({ view }: { view: VerificationView }) {
  const t = useMessages(verificationMessages).title;
  const words = useMessages(proposalMessages);
  if (view.status === "submitted") return <>{t.submitted}</>;
  if (view.status === "revision_requested") return <>{t.returned}</>;
  if (view.status !== "verifying") return <>{words.status[view.status]}</>;
  if (view.missing.length === 0) return <>{t.ready}</>;
  const count = (result: "match" | "differs"): number => view.checks.filter((check) => check.result === result).length;
  return (
    <>
      {t.counts(count("match"), count("differs"), view.missing.filter((kind) => !view.checks.some((check) => check.kind === kind)).length)}
    </>
  );
}

/** Before the file opens, whoever opens it declares to have no tie. */
export function TieDeclaration({ view, mayCheck, mayRecuse }: { view: VerificationView; mayCheck: boolean; mayRecuse: boolean }) {
  const t = useMessages(verificationMessages).open;
  return (
    <div>
      <Note tone={view.tied ? "bad" : "warn"} icon="shield" title={t.title}>
        <p>{view.tied ? t.tied[view.tied] : t.text}</p>
        {view.tied && mayRecuse && (
          <div className="acts mt-3">
            <ActionForm action={`/admin/verifikasi/${view.id}/alihkan`}>
              <Button kind="outline">{t.recuse}</Button>
            </ActionForm>
          </div>
        )}
        {mayCheck && (
          <div className="acts mt-3">
            <ActionForm action={`/admin/verifikasi/${view.id}/buka`}>
              <Button>{t.declare}</Button>
            </ActionForm>
          </div>
        )}
      </Note>
    </div>
  );
}
