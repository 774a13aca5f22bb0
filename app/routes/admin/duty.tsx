import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ActionForm } from "~/components/form";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { AppealList } from "~/features/appeals/appeal-list";
import { appealMessages } from "~/features/appeals/appeal-messages";
import { appealRefusals } from "~/features/appeals/appeal-refusals";
import { appealWorkMessages } from "~/features/appeals/appeal-work-messages";
import { decidedAppeals, dutyNow, waitingAppeals } from "~/features/appeals/appeal-queries.server";
import { takeDuty } from "~/features/appeals/take-duty.server";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { now } from "~/platform/clock.server";

const shownDecided = 20;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${appealMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const [waiting, decided, duty] = await Promise.all([waitingAppeals(c.db), decidedAppeals(c.db, shownDecided), dutyNow(c.db)]);
  const mayTake = c.membership.roles.some((role) => role === "verifier" || role === "administrator") && duty?.userId !== c.actor.userId;
  return { language: c.language, now: now(), waiting, decided, duty: duty ? { name: duty.name } : null, mayTake };
});

export const action = guardedAction(platform("verifier", "administrator"), async (c) => {
  const outcome = await c.attempt((trx, actor) => takeDuty(trx, actor), null);
  return leadBack(c, outcome, { to: "/admin/siaga", done: appealWorkMessages[c.language].done.duty, refusals: appealRefusals });
});

export default function Duty() {
  const { waiting, decided, duty, mayTake, now: at } = useLoaderData<typeof loader>();
  const t = useMessages(appealMessages);
  const work = useMessages(appealWorkMessages);
  return (
    <Page wide>
      <PageHead
        size="small"
        title={work.desk.title(waiting.length)}
        meta={duty ? work.desk.onDuty(duty.name) : work.desk.nobody}
        actions={
          mayTake && (
            <ActionForm>
              <Button kind="outline">{work.desk.take}</Button>
            </ActionForm>
          )
        }
      />
      <div className="stack [--gap:1.25rem]">
        {waiting.length === 0 ? (
          <EmptyState title={t.list.none}>{t.list.noneLead}</EmptyState>
        ) : (
          <Box title={work.desk.open} aside={String(waiting.length)}>
            <AppealList appeals={waiting} now={at} to={(appeal) => `/admin/siaga/${appeal.id}`} />
          </Box>
        )}
        {decided.length > 0 && (
          <Box title={work.desk.done} aside={String(decided.length)}>
            <AppealList appeals={decided} now={at} to={(appeal) => `/admin/siaga/${appeal.id}`} />
          </Box>
        )}
      </div>
    </Page>
  );
}
