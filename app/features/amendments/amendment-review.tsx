import { Button, ButtonLink } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { issueLine } from "~/features/proposals/issue-messages";
import { isOpen, partOfSection } from "./amendment";
import { addressOf, EditorHead, PartNav } from "./amendment-editor";
import { amendmentMessages } from "./amendment-messages";
import { AmendmentFigures, AmendmentHead, AmendmentSections } from "./amendment-reading";
import { amendmentEditorMessages } from "./editor-messages";
import type { AmendmentEditorView } from "./editor-view.server";

type ReviewProps = {
  view: AmendmentEditorView;
  maySend: boolean;
  mayWithdraw: boolean;
  kunci: string;
};

/** The whole amendment as others will read it, with what still keeps it from being sent. */
export function AmendmentReview({ view, ...rights }: ReviewProps) {
  const t = useMessages(amendmentEditorMessages);
  const { amendment, program, reading } = view;
  if (!reading) return null;
  const writing = amendment.status === "draft";
  const crumbs = [
    { href: `/ruang/lembaga/program/${program.slug}`, label: program.title },
    { href: `/ruang/lembaga/program/${program.slug}/adendum`, label: t.title },
  ];
  return (
    <Page>
      {writing ? <EditorHead view={view} /> : <AmendmentHead reading={reading} crumbs={crumbs} />}
      <div className={writing ? "edit" : "two"}>
        {writing && <PartNav view={view} />}
        <div className="min-w-0">
          <Problems view={view} />
          {writing && <Sending view={view} {...rights} />}
          <DocumentPaper>
            <AmendmentSections reading={reading} />
          </DocumentPaper>
        </div>
        {!writing && (
          <Aside>
            <Panel>
              <AmendmentFigures reading={reading} />
              {rights.mayWithdraw && isOpen(amendment.status) && <Withdraw view={view} />}
              <ButtonLink to={`/program/${program.slug}/riwayat`} block className="mt-2">
                {t.link}
              </ButtonLink>
            </Panel>
          </Aside>
        )}
      </div>
    </Page>
  );
}

function Problems({ view }: { view: AmendmentEditorView }) {
  const t = useMessages(amendmentEditorMessages);
  const language = useLanguage();
  const draft = { ...view.after, payeeAccountId: null };
  return (
    <>
      {view.amendment.returnNote && view.amendment.status === "draft" && (
        <Note tone="warn" title={t.returned} className="mb-4">
          {view.amendment.returnNote}
        </Note>
      )}
      {view.problems.length > 0 && (
        <Note tone="bad" title={t.problems} className="mb-4">
          <ul>
            {view.problems.map((issue) => (
              <li key={`${issue.field}:${issue.code}`}>
                <a href={addressOf({ ...view, part: partOfSection(issue.section) })}>{issueLine(issue, draft, language)}</a>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

function Sending({ view, maySend, mayWithdraw, kunci }: ReviewProps) {
  const t = useMessages(amendmentEditorMessages);
  const words = useMessages(amendmentMessages);
  const { program, amendment, problems, changed, weights } = view;
  const ready = problems.length === 0 && changed.length > 0;
  const because = weights.map((weight) => words.weight[weight]).join(", ");
  return (
    <Panel className="mb-5">
      {ready && <p className="mb-3">{t.ready}</p>}
      {changed.length > 0 && <p className="mb-3">{weights.length > 0 ? t.willAsk(because) : words.notNeeded}</p>}
      <div className="acts">
        {maySend && ready && (
          <ActionForm
            action={`/ruang/lembaga/program/${program.slug}/adendum/${amendment.n}/ajukan`}
            kunci={kunci}
            hidden={{ revisi: amendment.revision }}
            confirm={{ title: t.send, text: t.confirmText, button: t.send }}
          >
            <Button>{t.send}</Button>
          </ActionForm>
        )}
        {mayWithdraw && <Withdraw view={view} />}
      </div>
      <p className="hint">{maySend ? t.sendHint : t.chairOnly}</p>
    </Panel>
  );
}

function Withdraw({ view: { program, amendment } }: { view: AmendmentEditorView }) {
  const t = useMessages(amendmentEditorMessages);
  return (
    <ActionForm
      action={`/ruang/lembaga/program/${program.slug}/adendum/${amendment.n}/tarik`}
      confirm={{ title: t.withdrawTitle, text: t.withdrawText, button: t.withdraw, danger: true }}
    >
      <Button kind="danger-quiet">{t.withdraw}</Button>
    </ActionForm>
  );
}
