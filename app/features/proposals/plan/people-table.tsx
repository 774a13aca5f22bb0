import { useLanguage, useMessages } from "~/components/language";
import { Table } from "~/components/table";
import { formatWhole } from "~/kernel/money";
import { type GroupFigure, type PeopleFigures, peopleParts } from "../people";
import { planMessages } from "./plan-messages";

type PeopleTableProps = { figures: PeopleFigures; groups: readonly GroupFigure[]; someHidden?: boolean };

/** Who benefits, part by part; nothing where no part is given. */
export function PeopleTable({ figures, groups, someHidden = false }: PeopleTableProps) {
  const t = useMessages(planMessages).people;
  const language = useLanguage();
  const rows = [
    ...(["people", "indirect", ...peopleParts] as const).flatMap((part) => {
      const count = figures[part];
      return count === null ? [] : [{ key: part as string, name: t[part], count: formatWhole(count, language) }];
    }),
    ...groups.flatMap(({ code, nameId, nameEn, people }) => {
      if (people === null) return [];
      const count = people === "below" ? t.below : formatWhole(people, language);
      return [{ key: code, name: language === "id" ? nameId : nameEn, count }];
    }),
  ];
  if (rows.length === 0 && !someHidden) return null;
  return (
    <>
      {rows.length > 0 && (
        <Table
          label={t.title}
          stack={false}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { head: t.group, cell: (row) => row.name },
            { head: t.count, align: "right", className: "n", cell: (row) => row.count },
          ]}
        />
      )}
      {someHidden && <p className="hint">{t.hidden}</p>}
    </>
  );
}
