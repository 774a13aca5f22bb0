import type { SubmissionResult } from "@conform-to/react";
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { ActionForm, Form, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { DocumentPaper, Page, PageHead } from "~/components/page";
import { Aside, Box, Panel } from "~/components/panel";
import { AppealBadge } from "~/features/appeals/appeal-badge";
import { AppealClock } from "~/features/appeals/appeal-clock";
import { CountFields, StatementFields } from "~/features/appeals/appeal-form";
import { appealErrors, appealMessages } from "~/features/appeals/appeal-messages";
import type { AppealView } from "~/features/appeals/appeal-queries.server";
import { AppealReading } from "~/features/appeals/appeal-reading";
import { changeOwnAppeal, loadOwnAppeal } from "~/features/appeals/own-appeal.server";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { formatDay } from "~/kernel/dates";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.appeal.title ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(), loadOwnAppeal);

export const action = guardedAction(community("chair", "editor"), changeOwnAppeal);

export default function OwnAppeal() {
  const { appeal, now, may, kunci } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const t = useMessages(appealMessages);
  const language = useLanguage();
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[{ href: "/ruang/lembaga/darurat", label: t.title }]}
        title={<span lang="id">{appeal.title}</span>}
        meta={appeal.code}
      />
      <div className="two">
        <DocumentPaper>
          <AppealReading appeal={appeal} />
        </DocumentPaper>
        <Aside>
          <Panel>
            <AppealBadge status={appeal.status} />
            {appeal.status === "raised" && <AppealClock raisedAt={appeal.raisedAt} now={now} />}
            {appeal.validUntil && <p className="mt-2">{t.page.validUntil(formatDay(appeal.validUntil, language))}</p>}
            {appeal.decisionNote && <p className="mt-2 small">{appeal.decisionNote}</p>}
            <div className="stack [--gap:0.5rem] mt-4">
              <ButtonLink to={`/darurat/${appeal.code}`}>{t.own.public}</ButtonLink>
              {appeal.recoveryProposalId && (
                <ButtonLink to={`/ruang/lembaga/usulan/${appeal.recoveryProposalId}/cerita`}>{t.own.recovery}</ButtonLink>
              )}
              <Steps may={may} kunci={kunci} />
            </div>
          </Panel>
          {may.update && <Updates appeal={appeal} result={result} />}
        </Aside>
      </div>
    </Page>
  );
}

function Steps({ may, kunci }: { may: { withdraw: boolean; renew: boolean; end: boolean }; kunci: string }) {
  const t = useMessages(appealMessages).own;
  return (
    <>
      {may.renew && (
        <ActionForm hidden={{ aksi: "perpanjang" }}>
          <Button block>{t.renew}</Button>
        </ActionForm>
      )}
      {may.end && (
        <>
          <ActionForm hidden={{ aksi: "pulihkan", kunci }}>
            <Button kind="outline" block>
              {t.convert}
            </Button>
          </ActionForm>
          <ActionForm hidden={{ aksi: "tutup" }} confirm={{ title: t.closeAsk, text: t.closeText, button: t.close }}>
            <Button kind="outline" block>
              {t.close}
            </Button>
          </ActionForm>
        </>
      )}
      {may.withdraw && (
        <ActionForm hidden={{ aksi: "tarik" }} confirm={{ title: t.withdrawAsk, button: t.withdraw, danger: true }}>
          <Button kind="danger-quiet" block>
            {t.withdraw}
          </Button>
        </ActionForm>
      )}
    </>
  );
}

function Updates({ appeal, result }: { appeal: AppealView; result: SubmissionResult<string[]> | undefined }) {
  const t = useMessages(appealMessages).own;
  const [latest] = appeal.counts;
  const form = useFormState(result, {
    defaults: {
      ...latest,
      statementNumber: appeal.statementNumber ?? "",
      statementIssuer: appeal.statementIssuer ?? "",
      statementFrom: appeal.statementFrom ?? "",
      statementUntil: appeal.statementUntil ?? "",
    },
    texts: useMessages(appealErrors),
  });
  return (
    <>
      <ErrorSummary form={form} />
      <Box title={t.updateTitle}>
        <Form>
          <Hidden values={{ aksi: "jumlah" }} />
          <CountFields form={form} />
          <Button kind="outline">{t.update}</Button>
        </Form>
      </Box>
      <Box title={t.statementTitle}>
        <Form upload>
          <Hidden values={{ aksi: "pernyataan" }} />
          <StatementFields form={form} />
          <Button kind="outline">{t.statementSave}</Button>
        </Form>
      </Box>
    </>
  );
}
