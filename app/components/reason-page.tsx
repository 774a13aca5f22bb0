import type { ReactNode } from "react";
import { Button, ButtonLink } from "./button";
import { ErrorSummary } from "./error-summary";
import { TextArea } from "./field";
import { Form, FormActions } from "./form";
import type { FormState } from "./form-state";
import { PageHead, Page } from "./page";

type ReasonPageProps = {
  /** What will happen, what is asked, and the button that does it. */
  texts: { title: string; lead: string; meta?: string; reason: string; hint?: string | undefined; button: string; back: string };
  crumbs: readonly { href: string; label: string }[];
  /** Where somebody goes who doesn't want it after all. */
  back: string;
  form: FormState;
  /** Name of the field that holds the reason in words. */
  field?: string;
  most?: number;
  /** What is asked or said before the reason in words. */
  children?: ReactNode;
};

/** A question before an ending: why, in words that the other side can act on. */
export function ReasonPage({ texts, crumbs, back, form, field = "reason", most = 500, children }: ReasonPageProps) {
  return (
    <Page narrow>
      <PageHead size="small" crumbs={crumbs} title={texts.title} meta={texts.meta} lead={texts.lead} />
      <Form className="box stack [--gap:1.125rem]">
        <ErrorSummary form={form} />
        {children}
        <TextArea {...form.field(field)} label={texts.reason} hint={texts.hint} rows={4} maxLength={most} required />
        <FormActions>
          <Button kind="danger">{texts.button}</Button>
          <ButtonLink kind="quiet" to={back}>
            {texts.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
