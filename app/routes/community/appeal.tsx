import type { SubmissionResult } from "@conform-to/react";
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Breadcrumbs, DocumentPaper, Page } from "~/components/page";
import { Aside, Box, Panel } from "~/components/panel";
import { CountFields, StatementFields } from "~/features/appeals/appeal-form";
import { AppealHead } from "~/features/appeals/appeal-head";
import { appealErrors } from "~/features/appeals/appeal-form-messages";
import { appealMessages } from "~/features/appeals/appeal-messages";
import { appealWorkMessages } from "~/features/appeals/appeal-work-messages";
import type { AppealView } from "~/features/appeals/appeal-queries.server";
import { AppealReading } from "~/features/appeals/appeal-reading";
import { changeOwnAppeal, loadOwnAppeal } from "~/features/appeals/own-appeal.server";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { formatDay } from "~/kernel/dates";
import { communityPowers } from "~/features/identity/powers";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.appeal.title ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(), loadOwnAppeal);

export const action = guardedAction(community(...communityPowers.raises_appeals), changeOwnAppeal);

export default function OwnAppeal() {
  const { appeal, now, may, kunci } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(appealMessages);
  const work = useMessages(appealWorkMessages);
  const language = useLanguage();
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/ruang/lembaga/darurat", label: t.title }]} />
      <AppealHead appeal={appeal} now={now} />
      <div className="two mt-6">
        <div className="stack [--gap:1.25rem]">
          {may.update && <CountBox appeal={appeal} result={answer?.form === "count" ? answer.result : null} />}
          {may.update && <StatementBox appeal={appeal} result={answer?.form === "statement" ? answer.result : null} />}
          <DocumentPaper>
            <AppealReading appeal={appeal} />
          </DocumentPaper>
        </div>
        <Aside>
          <Panel>
            <p className="n">{appeal.code}</p>
            {appeal.validUntil && <p className="mt-2">{t.page.validUntil(formatDay(appeal.validUntil, language))}</p>}
            {appeal.decisionNote && <p className="mt-2 small">{appeal.decisionNote}</p>}
            <div className="stack [--gap:0.625rem] mt-4">
              <ButtonLink block to={`/darurat/${appeal.code}`}>
                {work.own.public}
              </ButtonLink>
              {appeal.recoveryProposalId && (
                <ButtonLink block to={`/ruang/lembaga/usulan/${appeal.recoveryProposalId}/cerita`}>
                  {work.own.recovery}
                </ButtonLink>
              )}
              <Steps may={may} kunci={kunci} />
            </div>
          </Panel>
        </Aside>
      </div>
    </Page>
  );
}

function Steps({ may, kunci }: { may: { withdraw: boolean; renew: boolean; end: boolean }; kunci: string }) {
  const t = useMessages(appealWorkMessages).own;
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

type BoxProps = { appeal: AppealView; result: SubmissionResult<string[]> | null };

function CountBox({ appeal, result }: BoxProps) {
  const t = useMessages(appealWorkMessages).own;
  const form = useFormState(result, { defaults: appeal.counts[0], texts: useMessages(appealErrors) });
  return (
    <Box title={t.updateTitle}>
      <Form>
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "jumlah" }} />
        <CountFields form={form} />
        <FormActions>
          <Button kind="outline">{t.update}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}

function StatementBox({ appeal, result }: BoxProps) {
  const t = useMessages(appealWorkMessages).own;
  const { statementNumber, statementIssuer, statementFrom, statementUntil } = appeal;
  const form = useFormState(result, {
    defaults: { statementNumber, statementIssuer, statementFrom, statementUntil },
    texts: useMessages(appealErrors),
  });
  return (
    <Box title={t.statementTitle}>
      <Form upload>
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "pernyataan" }} />
        <StatementFields form={form} />
        <FormActions>
          <Button kind="outline">{t.statementSave}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}
