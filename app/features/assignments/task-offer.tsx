import type { SubmissionResult } from "@conform-to/react";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DescriptionList } from "~/components/description-list";
import { ErrorSummary } from "~/components/error-summary";
import { FieldError } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Box, Panel } from "~/components/panel";
import { formatDay } from "~/kernel/dates";
import { declineReasons } from "./assignment";
import { assignmentErrors, assignmentMessages } from "./assignment-messages";
import type { Task } from "./assignment-queries.server";

type Result = SubmissionResult<string[]> | null | undefined;

/** What a task is about: where, for whom, and by when. */
export function TaskFacts({ task }: { task: Task }) {
  const t = useMessages(assignmentMessages).page;
  const language = useLanguage();
  return (
    <Panel>
      <h2 className="[font-size:var(--text-lg)] mb-3">{t.about}</h2>
      <DescriptionList
        items={[
          { term: t.program, value: task.title },
          { term: t.organization, value: task.proposer },
          { term: t.place, value: task.area ?? "" },
          task.trancheN !== null && { term: t.termin, value: String(task.trancheN) },
          task.status === "offered" && { term: t.answerUntil, value: formatDay(task.answerUntil, language) },
          { term: t.dueOn, value: formatDay(task.dueOn, language) },
        ]}
      />
    </Panel>
  );
}

/** The declaration that opens the file. */
export function AcceptForm({ task, result }: { task: Task; result: Result }) {
  const t = useMessages(assignmentMessages).page;
  const form = useFormState(result, {});
  const error = form.error("untied");
  return (
    <Box title={t.declareTitle}>
      <p className="mb-4">{t.declareLead(task.proposer)}</p>
      <Form>
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "terima" }} />
        <fieldset id="untied" tabIndex={-1} aria-describedby={error ? "untied-galat" : undefined}>
          <label className="opt">
            <input type="checkbox" name="untied" value="ya" />
            <span>{t.untied(task.proposer)}</span>
          </label>
          <FieldError id="untied-galat" text={error} />
        </fieldset>
        <FormActions>
          <Button size="large">{t.accept}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}

/** The way out, without blame. */
export function DeclineForm({ task, result }: { task: Task; result: Result }) {
  const t = useMessages(assignmentMessages);
  const form = useFormState(result, { texts: useMessages(assignmentErrors) });
  return (
    <Box title={t.page.cannot}>
      <p className="muted mb-3">{t.page.cannotLead}</p>
      <Form>
        <Hidden values={{ aksi: "tolak" }} />
        <RadioGroup
          {...form.field("reason")}
          label={t.page.reason}
          options={declineReasons.map((reason) => ({ value: reason, label: t.reasons[reason] }))}
        />
        <FormActions>
          <Button kind="outline">{task.status === "accepted" ? t.page.giveBack : t.page.decline}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}
