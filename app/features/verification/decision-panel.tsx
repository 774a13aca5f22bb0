import { Button, ButtonLink } from "~/components/button";
import { DescriptionList } from "~/components/description-list";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Aside, Panel } from "~/components/panel";
import { isPublic, mayBecome } from "~/features/proposals/proposal";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { formatDay } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { verificationMessages } from "./verification-messages";
import type { VerificationView } from "./verification-queries.server";

/** What is left to decide, and the buttons that decide. A button that can't be pressed says why. */
export function DecisionPanel({ view, mayDecide, administrator }: { view: VerificationView; mayDecide: boolean; administrator: boolean }) {
  const t = useMessages(verificationMessages).panel;
  const language = useLanguage();
  const count = (result: "match" | "differs"): number => view.checks.filter((check) => check.result === result).length;
  const deciding = view.status === "submitted" || view.status === "verifying";
  return (
    <Aside>
      <Panel>
        {deciding && view.sentOn && (
          <>
            <p className="small muted">{t.left}</p>
            <p className="kpi">{t.days(view.daysLeft)}</p>
            <p className="small muted">{t.of(formatDay(view.sentOn, language))}</p>
          </>
        )}
        <DescriptionList
          className={deciding ? "[margin:1rem_0] pt-4 [border-top:1px_solid_var(--line)]" : "mb-4"}
          items={[
            { term: t.target, value: <Money amount={view.target} /> },
            { term: t.people, value: `${formatWhole(view.draft.beneficiaries ?? 0, language)} ${view.draft.beneficiaryUnit}` },
            { term: t.checked, value: view.checks.length },
            { term: t.matches, value: count("match") },
            { term: t.differs, value: count("differs") },
          ]}
        />
        {view.status === "verifying" && mayDecide && <Decisions view={view} />}
        {isPublic(view.status) && <AfterPublication view={view} administrator={administrator} />}
        {mayBecome(view.status, "rejected") && mayDecide && (
          <ButtonLink kind="danger-quiet" block className="mt-3" to={`/admin/verifikasi/${view.id}/tolak`}>
            {t.reject}
          </ButtonLink>
        )}
      </Panel>
    </Aside>
  );
}

function Decisions({ view }: { view: VerificationView }) {
  const t = useMessages(verificationMessages).panel;
  const words = useMessages(proposalMessages);
  const pins = view.pins.filter((pin) => !pin.sentAt).length;
  const obstacle =
    view.missing.length > 0
      ? t.waitsFor(view.missing.map((kind) => words.check[kind]).join(", "))
      : pins > 0
        ? t.pinsUnsent
        : view.ownCheck
          ? t.ownCheck
          : undefined;
  return (
    <>
      {pins > 0 && (
        <ActionForm action={`/admin/verifikasi/${view.id}/perbaikan`}>
          <Button block>{t.revise(pins)}</Button>
        </ActionForm>
      )}
      <ActionForm
        action={`/admin/verifikasi/${view.id}/terbitkan`}
        confirm={{ title: t.publishAsk, text: t.publishText, button: t.publish }}
      >
        <Button kind={pins > 0 ? "outline" : "action"} block className="mt-2" disabled={obstacle !== undefined}>
          {t.publish}
        </Button>
      </ActionForm>
      {obstacle && <p className="hint">{obstacle}</p>}
    </>
  );
}

function AfterPublication({ view, administrator }: { view: VerificationView; administrator: boolean }) {
  const t = useMessages(verificationMessages).panel;
  return (
    <>
      <ButtonLink kind="outline" block to={`/program/${view.slug}`}>
        {t.page}
      </ButtonLink>
      {administrator && mayBecome(view.status, "suspended") && (
        <ButtonLink kind="danger-quiet" block className="mt-3" to={`/admin/verifikasi/${view.id}/hentikan`}>
          {t.suspend}
        </ButtonLink>
      )}
      {administrator && view.status === "suspended" && (
        <ActionForm action={`/admin/verifikasi/${view.id}/lanjutkan`}>
          <Button block className="mt-3">
            {t.resume}
          </Button>
        </ActionForm>
      )}
    </>
  );
}
