import { ButtonLink } from "~/components/button";
import { FormActions } from "~/components/form";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { secondFactorMessages } from "./second-factor-messages";

/** The ten codes, this once: in two columns on screen and on paper. */
export function RecoveryCodesPage({ codes, back }: { codes: readonly string[]; back: string }) {
  const t = useMessages(secondFactorMessages).codes;
  return (
    <Page narrow>
      <PageHead title={t.title} lead={t.lead} />
      <div className="paper">
        <ol className="rcodes" aria-label={t.list}>
          {codes.map((code) => (
            <li className="n" key={code}>
              {code}
            </li>
          ))}
        </ol>
        <p className="small muted mt-4">
          {t.once} <span className="noprint">{t.print}</span>
        </p>
      </div>
      <FormActions className="mt-5">
        <ButtonLink kind="action" to={back}>
          {t.onward}
        </ButtonLink>
      </FormActions>
    </Page>
  );
}
