import { Badge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { nameMessages } from "~/features/reporting/name-messages";
import { formatRupiahShort } from "~/kernel/money";
import type { Fit, Reason } from "./fit";
import type { MatchingProgram } from "./matching-programs.server";
import { matchingMessages } from "./matching-messages";

const focusPage = "/ruang/perusahaan/mencari";

/** Open programs that fit the company, the best first, each with why it does and why it doesn't. */
export function MatchingBox({
  programs,
  started,
}: {
  programs: readonly MatchingProgram[] /** The company has said what it looks for. */;
  started: boolean;
}) {
  const t = useMessages(matchingMessages);
  const language = useLanguage();
  if (!started) {
    return (
      <Box title={t.matching} className="mt-5">
        <p className="muted mb-3">{t.matchingStart}</p>
        <ButtonLink to={focusPage}>{t.matchingStartButton}</ButtonLink>
      </Box>
    );
  }
  return (
    <Box title={t.matching} aside={<a href={focusPage}>{t.matchingAside}</a>} className="mt-5" id="cocok">
      <RecordList
        empty={<p className="muted">{t.matchingEmpty}</p>}
        items={programs.map((program) => ({
          key: program.id,
          to: `/program/${program.slug}`,
          title: <ProgramName {...program} />,
          motif: motifOf({ element: program.element }),
          meta: [program.organization, program.district, t.needs(formatRupiahShort(program.need, language))].filter(Boolean).join(" · "),
          note: <Reasons fit={program.fit} />,
          side: <Badge>{t.score(program.fit.score)}</Badge>,
        }))}
      />
    </Box>
  );
}

function Reasons({ fit }: { fit: Fit }) {
  const t = useMessages(matchingMessages);
  const say = useReasonText();
  const list = (fits: boolean) =>
    fit.reasons
      .filter((reason) => reason.fits === fits)
      .map(say)
      .join(", ");
  return (
    <>
      {list(true) && (
        <span className="block">
          <b>{t.yes}</b> {list(true)}
        </span>
      )}
      {list(false) && (
        <span className="block muted">
          {t.no} {list(false)}
        </span>
      )}
    </>
  );
}

function useReasonText(): (reason: Reason) => string {
  const { reasons: t } = useMessages(matchingMessages);
  const names = useMessages(nameMessages);
  return (reason) => {
    if (reason.about === "area") return reason.area === null ? t.areaOut : t.areaIn(reason.area);
    if (reason.about === "ticket") return t[reason.how];
    if (reason.about === "pillar") {
      if (reason.pillar === null) return t.pillarNone;
      return (reason.fits ? t.pillarIn : t.pillarOut)(names.pillar[reason.pillar]);
    }
    if (reason.goal === null) return t.goalNone;
    return reason.fits ? (reason.primary ? t.goalPrimary : t.goalOther)(reason.goal) : t.goalOut(reason.goal);
  };
}
