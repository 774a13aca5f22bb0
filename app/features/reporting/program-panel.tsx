import { Button, ButtonLink } from "~/components/button";
import { DescriptionList } from "~/components/description-list";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Panel } from "~/components/panel";
import type { ProgramView } from "~/features/proposals/program-view";
import { formatDay } from "~/kernel/dates";
import { type Rupiah, formatRupiah, formatRupiahShort, formatWhole } from "~/kernel/money";
import { programMessages } from "./program-messages";

/** What is still needed and the one warm button; or why there is none. */
export function ProgramPanel({ program }: { program: ProgramView }) {
  const t = useMessages(programMessages);
  const language = useLanguage();
  const facts = (
    <DescriptionList
      className="mt-4 pt-4 [border-top:1px_solid_var(--line)]"
      items={[
        { term: t.funders, value: t.funderCount(program.funders.length) },
        { term: t.closes, value: <span className="n">{formatDay(program.openUntil, language)}</span> },
        { term: t.code, value: <span className="n">{program.code}</span> },
      ]}
    />
  );
  if (!program.acceptsPledges) {
    return (
      <Panel>
        <ClosedText program={program} />
        <ButtonLink to={`/program/${program.slug}/dana`} block className="mt-4">
          {t.follow}
        </ButtonLink>
        {facts}
      </Panel>
    );
  }
  return (
    <form className="panel" action={`/program/${program.slug}/komitmen`} method="get">
      <p className="small muted">{t.stillNeeded}</p>
      <p className="kpi">{formatRupiah(program.remaining, language)}</p>
      <p className="small muted [margin:.125rem_0_1rem]">{t.ofTarget(formatRupiah(program.flow.target, language))}</p>
      <fieldset>
        <legend className="lab">{t.pledgeAmount}</legend>
        <div className="money">
          <label className="sr" htmlFor="jumlah">
            {t.inRupiah}
          </label>
          <input
            className="in"
            id="jumlah"
            name="jumlah"
            inputMode="numeric"
            defaultValue={formatWhole(suggested(program.remaining), "id")}
            data-rupiah
          />
        </div>
        <div className="quick mt-2">
          {quickAmounts(program.remaining).map((amount) => (
            <a className="pick no-underline text-ink n" key={String(amount)} href={`/program/${program.slug}/komitmen?jumlah=${amount}`}>
              {amount === program.remaining ? t.all : formatRupiahShort(amount, language)}
            </a>
          ))}
        </div>
        <p className="hint">{t.pledgeHint}</p>
      </fieldset>
      <Button kind="pledge" size="large" block className="mt-4">
        {t.pledge}
      </Button>
      <p className="hint mt-3">{t.pledgeNote}</p>
      {facts}
    </form>
  );
}

function ClosedText({ program }: { program: ProgramView }) {
  const t = useMessages(programMessages);
  const language = useLanguage();
  if (program.status === "suspended") {
    return (
      <Note tone="warn" title={t.suspendedTitle}>
        {t.suspendedText}
      </Note>
    );
  }
  const full = program.remaining === 0n;
  return (
    <>
      <p className="kpi">{full ? t.fullTitle : t.closedTitle}</p>
      <p className="small muted mt-2">
        {program.status === "completed" ? t.completedText : full ? t.fullText : t.closedOn(formatDay(program.openUntil, language))}
      </p>
    </>
  );
}

/** On phones the button stays at the lower edge. */
export function PledgeBar({ program }: { program: ProgramView }) {
  const t = useMessages(programMessages);
  const language = useLanguage();
  if (!program.acceptsPledges) return null;
  return (
    <div className="mcta">
      <div>
        <span className="xs muted">{t.stillNeeded}</span>
        <b className="n">{formatRupiah(program.remaining, language)}</b>
      </div>
      <ButtonLink kind="pledge" to={`/program/${program.slug}/komitmen`}>
        {t.pledge}
      </ButtonLink>
    </div>
  );
}

const million = 1_000_000n;

/** A quarter and a half of what is left in whole millions, and all of it. */
function quickAmounts(left: Rupiah): Rupiah[] {
  const parts = [left / 4n, left / 2n].map((amount) => (amount / million) * million).filter((amount) => amount >= million);
  return [...new Set([...parts, left])];
}

function suggested(left: Rupiah): Rupiah {
  return quickAmounts(left).at(-2) ?? left;
}
