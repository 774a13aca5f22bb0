import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { Form } from "~/components/form";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { TodoList } from "~/components/record-list";
import { checkBooksNow } from "~/features/health/check-books.server";
import { judge } from "~/features/health/health";
import { healthMessages, healthRefusals } from "~/features/health/health-messages";
import { healthState } from "~/features/health/health-queries.server";
import { sentences } from "~/features/health/sentences";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { dayOf, formatInstant, formatTime } from "~/kernel/dates";
import { now } from "~/platform/clock.server";
import { nextRuns } from "~/platform/schedule.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${healthMessages[data?.language ?? "id"].name} · Sinergi` }];

const readers = platform("administrator", "auditor");

export const loader = guardedLoader(readers, async (c) => {
  const state = await healthState(c.db);
  const told = judge(state).map(({ name, good }) => ({ name, good, ...sentences[c.language][name](state, good) }));
  return { language: c.language, at: now(), told, runs: nextRuns(now()) };
});

export const action = guardedAction(readers, async (c) => {
  const done = healthMessages[c.language].checked;
  return leadBack(c, await c.attempt(checkBooksNow, undefined), { to: "/admin/kesehatan", done, refusals: healthRefusals });
});

export default function Health() {
  const { told, at } = useLoaderData<typeof loader>();
  const t = useMessages(healthMessages);
  const language = useLanguage();
  return (
    <Page wide>
      <PageHead
        size="small"
        title={t.title(told.filter(({ good }) => !good).length)}
        meta={<span className="small">{t.lead(formatInstant(at, language))}</span>}
        actions={
          <>
            <Form>
              <Button kind="outline">{t.check}</Button>
            </Form>
            <ButtonLink kind="quiet" to="/siap">
              {t.technical}
            </ButtonLink>
          </>
        }
      />
      <div className="grid g21 items-start">
        <section className="box py-1.5" aria-label={t.name}>
          <ul className="hl">
            {told.map((sentence) => (
              <li key={sentence.name}>
                <span className={sentence.good ? "cb on" : "cb part"}>
                  <Icon name={sentence.good ? "check" : "warn"} label={sentence.good ? t.good : t.look} />
                </span>
                <div>
                  <b>{sentence.title}</b>
                  <p className="muted [overflow-wrap:anywhere]">{sentence.text}</p>
                </div>
                <span className="v">{sentence.aside}</span>
              </li>
            ))}
          </ul>
        </section>
        <Scheduled />
      </div>
    </Page>
  );
}

function Scheduled() {
  const { runs } = useLoaderData<typeof loader>();
  const t = useMessages(healthMessages);
  return (
    <Box title={t.scheduled}>
      <TodoList
        items={runs.map((run) => ({
          key: run.task,
          day: dayOf(run.at),
          title: t.tasks[run.task],
          note: run.everyMinutes ? t.every(run.everyMinutes) : t.at(formatTime(run.at)),
        }))}
      />
    </Box>
  );
}
