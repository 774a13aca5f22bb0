import { useLanguage, useMessages } from "~/components/language";
import { type TodoItem, TodoList } from "~/components/record-list";
import { formatDay } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { currentUntil } from "./need";
import { needMessages } from "./need-messages";
import type { Need } from "./need-queries.server";

/** Needs whose count is older than half a year: the PSM counts them again, or closes them. */
export function NeedTasks({ needs }: { needs: readonly Need[] }) {
  const t = useMessages(needMessages);
  const language = useLanguage();
  const items = needs.map(
    (need): TodoItem => ({
      key: need.id,
      day: currentUntil(need.countedAt),
      title: t.task(need.group[language], need.areaLabel),
      note: t.taskNote(formatDay(need.countedAt, language), formatWhole(need.people, language)),
      to: `/ruang/petugas/kebutuhan/${need.id}`,
      action: t.taskAction,
    }),
  );
  return <TodoList items={items} />;
}
