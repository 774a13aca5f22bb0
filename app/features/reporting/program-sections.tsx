import { letterOf } from "~/kernel/text";
import { AlurDana } from "~/components/alur-dana";
import { MiniBar } from "~/components/charts";
import { DescriptionList } from "~/components/description-list";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { TableScroll } from "~/components/table";
import { TerminList } from "~/components/timeline";
import type { ProgramTranche, ProgramView } from "~/features/proposals/program-view";
import { planMessages, taxText } from "~/features/proposals/plan/plan-messages";
import { formatDay } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { formatRupiah, formatRupiahShort, formatShare, formatWhole } from "~/kernel/money";
import { programMessages } from "./program-messages";
import { trancheSentences } from "./tranche-text";

type ProgramProps = { program: ProgramView };

export function AlurSection({ program }: ProgramProps) {
  const t = useMessages(programMessages);
  const language = useLanguage();
  return (
    <Section title={t.alur} hint={t.alurHint} id="alur">
      <AlurDana flow={program.flow} />
      {program.flow.inTransit > 0n && <p className="small mt-4">{t.escrowNote(formatRupiah(program.flow.inTransit, language))}</p>}
      <p className="small mt-4">
        <a href={`/program/${program.slug}/dana`}>{t.ledgerLink}</a>
      </p>
    </Section>
  );
}

export function StorySection({ program }: ProgramProps) {
  const t = useMessages(programMessages);
  const language = useLanguage();
  const [first = program.summary, ...rest] = program.story;
  return (
    <Section title={t.story}>
      <div className="prose" lang="id">
        <p className="[font-size:var(--text-lg)] [line-height:1.55]">{first}</p>
        {rest.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {language === "en" && <p className="xs muted mt-3">{t.originalLanguage}</p>}
      <DescriptionList className="mt-5 max-w-136" items={useFacts(program)} />
    </Section>
  );
}

function useFacts(program: ProgramView) {
  const t = useMessages(programMessages);
  const language = useLanguage();
  const { beneficiaries: people, payee, organization } = program;
  return [
    { term: t.facts.place, value: [program.place, program.area.label].filter(Boolean).join(", ") },
    program.startsOn && program.endsOn
      ? { term: t.facts.period, value: `${formatDay(program.startsOn, language)} – ${formatDay(program.endsOn, language)}` }
      : null,
    { term: t.facts.people, value: beneficiariesText(people, language) },
    organization.sponsor && {
      term: t.facts.sponsor,
      value: <a href={`/lembaga/${organization.sponsor.slug}`}>{organization.sponsor.name}</a>,
    },
    { term: t.facts.payee, value: t.payee(t.payeeKind[payee.kind], payee.bankName, payee.ending, payee.holderName) },
  ];
}

/** "88 lansia", or that they are too few to be counted in public. */
export function beneficiariesText({ total, unit }: ProgramView["beneficiaries"], language: Language): string {
  return `${total === null ? planMessages[language].people.below : formatWhole(total, language)} ${unit}`;
}

export function BudgetSection({ program }: ProgramProps) {
  const t = useMessages(programMessages);
  const language = useLanguage();
  const { target } = program.flow;
  const lines = program.budget.reduce((count, section) => count + section.lines.length, 0);
  const funded = program.budget.reduce((total, section) => total + section.funded, 0n);
  const share = (part: bigint, whole: bigint) => (part === 0n ? t.notYet : formatShare(part, whole, language));
  return (
    <Section title={t.budget} hint={t.budgetHint(lines)} id="rab">
      <TableScroll label={t.budget}>
        <table className="led stackable">
          <caption>{t.budgetCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.item}</th>
              <th scope="col" className="r">
                {t.amount}
              </th>
              <th scope="col" className="r">
                {t.funded}
              </th>
            </tr>
          </thead>
          {program.budget.map((section, index) => (
            <tbody key={section.name}>
              <tr className="grp">
                <td lang="id">
                  {letterOf(index)}. {section.name}
                </td>
                <td className="r">{formatRupiah(section.amount, language)}</td>
                <td className="r">{formatShare(section.funded, section.amount, language)}</td>
              </tr>
              {section.lines.map((line) => (
                <tr key={line.id}>
                  <td lang="id">
                    {line.description}
                    <small className="tn">
                      {decimalOf(line.volume, language)} {line.unit} × {formatRupiah(line.unitPrice, language)}
                    </small>
                    {line.tax && <small className="tn">{taxText(line, language)}</small>}
                  </td>
                  <td className="r">
                    {formatRupiah(line.amount, language)}
                    {line.spent > 0n && <small className="tn">{t.spent(formatRupiahShort(line.spent, language))}</small>}
                  </td>
                  <td className="r">
                    <MiniBar part={line.funded} whole={line.amount}>
                      {share(line.funded, line.amount)}
                    </MiniBar>
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
          <tfoot>
            <tr>
              <td>{t.totalNeed}</td>
              <td className="r">
                <span>{formatRupiah(target, language)}</span>
              </td>
              <td className="r">{formatShare(funded, target, language)}</td>
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </Section>
  );
}

/** "1152.000" as people write it: "1.152". */
export function decimalOf(numeric: string, language: "id" | "en"): string {
  const [whole = "0", fraction = ""] = numeric.split(".");
  const decimals = fraction.replace(/0+$/, "");
  const negative = whole.startsWith("-");
  const grouped = formatWhole(BigInt(negative ? whole.slice(1) : whole), language);
  return `${negative ? "\u2212" : ""}${grouped}${decimals ? `${language === "id" ? "," : "."}${decimals}` : ""}`;
}

export function TrancheSection({ program }: ProgramProps) {
  const t = useMessages(programMessages);
  let planned = 0n;
  return (
    <Section title={t.tranches} hint={t.tranchesHint} id="termin">
      <TerminList
        items={program.tranches.map((tranche) => {
          planned += tranche.amount;
          const level =
            tranche.level > 0 ? tranche.level : program.flow.received >= planned ? 2 : program.flow.committed >= planned ? 1 : 0;
          return {
            key: String(tranche.n),
            level,
            title: <span lang="id">{t.tranche(tranche.n, tranche.title)}</span>,
            amount: tranche.amount,
            text: <TrancheText tranche={tranche} slug={program.slug} />,
            todo: tranche.level < 3,
          };
        })}
      />
    </Section>
  );
}

/** What happened to a termin, or what opens it. */
function TrancheText({ tranche, slug }: { tranche: ProgramTranche; slug: string }) {
  const t = useMessages(programMessages);
  const { disbursement, report } = tranche;
  return (
    <>
      {trancheSentences(tranche, useLanguage()).join(" ")}
      {!disbursement && tranche.condition && <span lang="id"> {tranche.condition}.</span>}
      {report?.status === "published" && (
        <>
          {" "}
          <a href={`/program/${slug}/laporan/${tranche.n}`}>{t.report}</a>
        </>
      )}
    </>
  );
}
