import { Button } from "~/components/button";
import { DescriptionList } from "~/components/description-list";
import { SelectField, TextArea } from "~/components/field";
import { ActionForm, Form } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Aside, Panel } from "~/components/panel";
import { formatDay, formatInstant } from "~/kernel/dates";
import { formatRupiah, type Rupiah } from "~/kernel/money";
import { choosableCancellations } from "./pledge";
import { pledgeMessages } from "./pledge-messages";
import type { PledgeDetail } from "./pledge-queries.server";
import type { Rights } from "./rights";
import { workspaceMessages } from "./workspace-messages";

/** Beside a pledge: the facts, the link for finance, and the way out. */
export function PledgeAside({ pledge, rights, left }: { pledge: PledgeDetail; rights: Rights; left: Rupiah }) {
  const t = useMessages(workspaceMessages).one;
  const language = useLanguage();
  return (
    <Aside className="stack [--gap:1.25rem]">
      <Panel flat>
        <h2 className="[font-size:var(--text-lg)]">{t.summary}</h2>
        <DescriptionList
          className="mt-3.5"
          items={[
            { term: useMessages(workspaceMessages).list.pledged, value: <Money amount={pledge.pledged} /> },
            { term: useMessages(workspaceMessages).list.received, value: <Money amount={pledge.received} /> },
            { term: t.drafter, value: pledge.drafter.name },
            pledge.submittedAt && { term: t.submitted, value: formatInstant(pledge.submittedAt, language) },
            pledge.decider !== null && { term: t.decider, value: pledge.decider },
          ]}
        />
        {pledge.note && (
          <p className="small muted mt-3.5">
            {t.note}: “{pledge.note}”
          </p>
        )}
      </Panel>
      {rights.link && <LinkPanel pledge={pledge} />}
      {rights.cancel && <CancelPanel pledge={pledge} left={left} />}
    </Aside>
  );
}

function LinkPanel({ pledge }: { pledge: PledgeDetail }) {
  const t = useMessages(workspaceMessages).one.link;
  const language = useLanguage();
  const action = `/ruang/perusahaan/komitmen/${pledge.pledgeId}/tautan`;
  return (
    <Panel flat>
      <h2 className="[font-size:var(--text-lg)]">{t.title}</h2>
      <p className="small muted mt-2">{t.text}</p>
      <p className="small mt-2">{pledge.link ? t.active(formatDay(pledge.link.validUntil, language)) : t.none}</p>
      <div className="row mt-3.5">
        <ActionForm action={action} hidden={{ maksud: "buat" }}>
          <Button kind="outline" icon="plus">
            {t.make}
          </Button>
        </ActionForm>
        {pledge.link && (
          <ActionForm action={action} hidden={{ maksud: "cabut" }}>
            <Button kind="danger-quiet">{t.revoke}</Button>
          </ActionForm>
        )}
      </div>
      {pledge.link && <p className="hint">{t.replaces}</p>}
    </Panel>
  );
}

function CancelPanel({ pledge, left }: { pledge: PledgeDetail; left: Rupiah }) {
  const t = useMessages(workspaceMessages).one.cancel;
  const reasons = useMessages(pledgeMessages).cancellationReason;
  const language = useLanguage();
  const explanation = pledge.status === "committed" ? t.committed(formatRupiah(left, language)) : t.waiting;
  return (
    <Panel flat>
      <details>
        <summary className="small min-h-[44px] flex items-center cursor-pointer">
          <b>{t.title}</b>
        </summary>
        <p className="small muted mb-3">{explanation}</p>
        <Form
          action={`/ruang/perusahaan/komitmen/${pledge.pledgeId}/batal`}
          confirm={{ title: `${t.title}?`, text: explanation, button: t.button, danger: true }}
        >
          <SelectField name="alasan" label={t.reason} options={choosableCancellations.map((value) => ({ value, label: reasons[value] }))} />
          <TextArea name="catatan" label={t.note} optional rows={2} />
          <Button kind="danger-quiet" block>
            {t.button}
          </Button>
        </Form>
      </details>
    </Panel>
  );
}
