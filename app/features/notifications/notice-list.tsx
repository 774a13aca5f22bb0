import { Badge, Deadline } from "~/components/badge";
import { Button } from "~/components/button";
import { classNames } from "~/components/class-names";
import { DayText } from "~/components/day-text";
import { ActionForm } from "~/components/form";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { type Day, dayOf, daysBetween, formatDay } from "~/kernel/dates";
import { type NoticeLine, byDay, markOf } from "./notice";
import { noticeMessages } from "./notice-messages";

type Lines = { deadlines: readonly NoticeLine[]; lines: readonly NoticeLine[]; today: Day };

/** What has a deadline, then the rest under the day on which it came. */
export function NoticeList({ deadlines, lines, today }: Lines) {
  const t = useMessages(noticeMessages);
  const language = useLanguage();
  const titles = { today: t.days.today(formatDay(today, language)), yesterday: t.days.yesterday, older: t.days.older };
  const groups = [
    ...(deadlines.length > 0 ? [{ key: "deadlines", title: t.deadlines, lines: deadlines }] : []),
    ...byDay(lines, today).map((group) => ({ key: group.day, title: titles[group.day], lines: group.lines })),
  ];
  return (
    <div className="paper flush p-0">
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={`hari-${group.key}`}>
          <h2 className="dayh" id={`hari-${group.key}`}>
            {group.title}
          </h2>
          <ul className="ntl">
            {group.lines.map((line) => (
              <Line line={line} today={today} key={line.id} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Opening is a form: a browser that fetches links ahead would mark as read what nobody has seen. */
function Line({ line, today }: { line: NoticeLine; today: Day }) {
  const t = useMessages(noticeMessages);
  const { look, icon } = markOf(line);
  const titleId = `kabar-${line.id}`;
  return (
    <li className={line.read ? undefined : "new"}>
      <span className={classNames("ni", look)}>
        <Icon name={icon} />
      </span>
      <div>
        <h3 id={titleId}>{line.title}</h3>
        {line.sentence && <p className="muted">{line.sentence}</p>}
        <NoticeFacts line={line} today={today} />
        <ActionForm action={`/kabar/${line.id}`} className="acts">
          <Button kind={line.asks ? "outline" : "quiet"} className={classNames("open", !line.asks && "-ml-2")} aria-describedby={titleId}>
            {line.button}
          </Button>
        </ActionForm>
      </div>
      <span className="at">
        <DayText value={line.at} form={dayOf(line.at) >= today ? "time" : "instant"} />
        {!line.read && <Badge tone="info">{t.unread}</Badge>}
      </span>
    </li>
  );
}

function NoticeFacts({ line: { asks, dueOn, organizationName }, today }: { line: NoticeLine; today: Day }) {
  const t = useMessages(noticeMessages);
  const language = useLanguage();
  const open = asks && dueOn;
  if (!open && !organizationName) return null;
  const left = dueOn ? daysBetween(today, dueOn) : 0;
  return (
    <p className="row gap-x-3 gap-y-1 mt-1">
      {open && <Deadline tone={left < 0 ? "late" : left <= 5 ? "soon" : "calm"}>{t.due(formatDay(dueOn, language), left)}</Deadline>}
      {organizationName && <span className="xs muted">{organizationName}</span>}
    </p>
  );
}
