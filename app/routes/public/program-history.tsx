import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { SelectField } from "~/components/field";
import { useLanguage, useMessages } from "~/components/language";
import { Motif, motifOf } from "~/components/motif";
import { Breadcrumbs, DocumentPaper, Section } from "~/components/page";
import { EmergencyMark } from "~/components/program-name";
import { Comparison } from "~/features/amendments/comparison";
import { amendmentMessages } from "~/features/amendments/amendment-messages";
import { findAmendmentProgram } from "~/features/amendments/amendment-queries.server";
import { AmendmentBadge, AmendmentTimeline, FunderAnswers, Words } from "~/features/amendments/amendment-reading";
import { EvidenceList } from "~/features/amendments/evidence-list";
import { historyMessages } from "~/features/amendments/history-messages";
import { programHistory } from "~/features/amendments/program-history.server";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { missingPage } from "~/features/reporting/nearest-program.server";
import { publicPage } from "~/features/reporting/public-page.server";
import { formatDay } from "~/kernel/dates";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${historyMessages[data?.language ?? "id"].crumb}: ${data?.program.title ?? ""} · Sinergi` },
];

/** `/program/:slug/riwayat`: every version of a program, its amendments, and a comparison of any two (`?dari=1&ke=2`). */
export const loader = guardedLoader(anyone, async (c) => {
  const program = await findAmendmentProgram(c.db, c.params.slug ?? "");
  if (!program) throw await missingPage(c.db, c.params.slug ?? "");
  const asked = { from: c.url.searchParams.get("dari"), to: c.url.searchParams.get("ke") };
  return publicPage(c, { language: c.language, program, ...(await programHistory(c.db, program.id, asked)) });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ProgramHistory() {
  const page = useLoaderData<typeof loader>();
  const h = useMessages(historyMessages);
  const { program, amendments, inForce, history, published, comparison, needs } = page;
  const label = useVersionLabel(page);
  return (
    <div className="wrap">
      <Breadcrumbs items={[{ href: `/program/${program.slug}`, label: program.title }]} />
      <div className="ph-head [padding:.25rem_0_1.75rem] flex gap-6 items-start">
        <Motif of={motifOf({ kind: "community", element: program.element })} size="xl" />
        <div className="min-w-0">
          <h1 className="max-w-[26ch]">{h.headline(amendments.filter(({ amendment }) => amendment.status === "in_force").length)}</h1>
          <p className="muted mt-2.5">
            <a href={`/program/${program.slug}`}>
              <b lang="id">{program.title}</b>
            </a>{" "}
            · <span className="n">{program.code}</span>
          </p>
          <div className="row mt-3">
            <EmergencyMark urgent={program.urgent} />
            <Badge icon="doc">{h.inForceNow(inForce)}</Badge>
          </div>
          <p className="lead mt-3">{h.lead}</p>
        </div>
      </div>
      <DocumentPaper>
        <ComparisonSection page={page} label={label}>
          {comparison && (
            <Comparison sections={comparison.sections} from={label(comparison.from)} to={label(comparison.to)} needs={needs} />
          )}
        </ComparisonSection>
        {amendments.length > 0 && (
          <Section title={h.amendments} id="adendum">
            <div className="stack [--gap:2rem]">
              {amendments.map((one) => (
                <OneAmendment key={one.amendment.n} one={one} />
              ))}
            </div>
          </Section>
        )}
        <Section title={h.title} hint={h.never}>
          <AmendmentTimeline history={history} published={published} />
        </Section>
        <Fingerprints page={page} />
      </DocumentPaper>
    </div>
  );
}

function useVersionLabel({ choices }: Loaded): (key: string) => string {
  const t = useMessages(amendmentMessages);
  const language = useLanguage();
  return (key) => {
    const choice = choices.find((one) => one.key === key);
    if (choice?.version) return t.versionOf(choice.version, formatDay(choice.since, language));
    return choice?.amendmentN ? t.proposed(choice.amendmentN) : key;
  };
}

type ComparisonSectionProps = { page: Loaded; label: (key: string) => string; children: React.ReactNode };

function ComparisonSection({ page, label, children }: ComparisonSectionProps) {
  const t = useMessages(amendmentMessages);
  const h = useMessages(historyMessages);
  const { choices, comparison } = page;
  const options = choices.map(({ key }) => ({ value: key, label: label(key) }));
  if (!comparison) return null;
  return (
    <Section title={t.comparison} hint={t.comparisonHint} id="perbandingan">
      <form className="vtab mb-5" method="get" action="#perbandingan">
        <SelectField name="dari" label={h.from} options={options} empty={false} defaultValue={comparison.from} />
        <SelectField name="ke" label={h.to} options={options} empty={false} defaultValue={comparison.to} />
        <Button kind="outline">{h.compare}</Button>
      </form>
      {children}
    </Section>
  );
}

function OneAmendment({ one: { amendment, evidence, funders, shown } }: { one: Loaded["amendments"][number] }) {
  const t = useMessages(amendmentMessages);
  const h = useMessages(historyMessages);
  const language = useLanguage();
  return (
    <article id={`adendum-${amendment.n}`}>
      <div className="hh mb-2">
        <h3>
          {t.name(amendment.n)}: {t.reasonCode[amendment.reasonCode].toLowerCase()}
        </h3>
        <AmendmentBadge status={amendment.status} />
      </div>
      <p className="small muted mb-3">
        {amendment.submittedAt && h.sentOn(formatDay(amendment.submittedAt, language))}{" "}
        {amendment.version && amendment.endedAt && h.inForceSince(formatDay(amendment.endedAt, language), amendment.version)}
        {amendment.ending && t.ending[amendment.ending]}
      </p>
      {shown ? (
        <>
          <Words text={amendment.reason} />
          <EvidenceList evidence={evidence} opens="public" checked />
          <div className="mt-5">
            <FunderAnswers reading={{ amendment, funders }} />
          </div>
        </>
      ) : (
        amendment.status === "submitted" && <p>{h.checking}</p>
      )}
    </article>
  );
}

function Fingerprints({ page: { choices } }: { page: Loaded }) {
  const t = useMessages(amendmentMessages);
  const h = useMessages(historyMessages);
  return (
    <Section title={h.fingerprints} hint={h.fingerprintsHint}>
      <ul className="stack [--gap:.5rem] small">
        {choices.map(
          ({ key, version, hash }) =>
            version &&
            hash && (
              <li key={key}>
                <b>{t.version(version)}</b> <span className="mono xs [overflow-wrap:anywhere]">{hash}</span>
              </li>
            ),
        )}
      </ul>
    </Section>
  );
}
