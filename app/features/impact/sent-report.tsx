import { DescriptionList } from "~/components/description-list";
import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { formatDecimal } from "~/features/proposals/proposal-draft";
import { impactMessages } from "./impact-messages";
import type { ReportSheet, ReportWorkspace } from "./report-queries.server";
import { reportWorkspaceMessages } from "./report-workspace-messages";

/** A report that has been sent, to read. */
export function SentReport({ sheet, workspace }: { sheet: ReportSheet; workspace: ReportWorkspace }) {
  const t = useMessages(reportWorkspaceMessages);
  const words = useMessages(impactMessages);
  const language = useLanguage();
  const { draft } = sheet;
  const people = (["beneficiaries", "women", "children", "elderly", "disabled"] as const).flatMap((name) => {
    const count = draft[name];
    return count === null ? [] : [{ term: words.field[name], value: formatDecimal(String(count), language) }];
  });
  return (
    <>
      <Box title={draft.headline || t.story}>
        <div className="stack [--gap:1rem] [white-space:pre-line]">
          <p>{draft.story}</p>
          <div>
            <h3>{words.field.lessons}</h3>
            <p>{draft.lessons}</p>
          </div>
        </div>
      </Box>
      <Box title={t.people}>
        <DescriptionList items={people} />
      </Box>
      <Box title={t.indicators}>
        <DescriptionList
          look="wide"
          items={workspace.indicators.map((indicator) => {
            const result = draft.results.find((one) => one.indicatorId === indicator.id);
            const actual = result?.actual ? `${formatDecimal(result.actual, language)} ${indicator.unit}` : "";
            return { term: indicator.name, value: [actual, result?.note].filter(Boolean).join(". ") };
          })}
        />
      </Box>
    </>
  );
}
