import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Box } from "~/components/panel";
import { formatRupiah } from "~/kernel/money";
import { communityMoneyMessages } from "./community-messages";
import type { CommunityProgram } from "./community-queries.server";
import type { Hold } from "./disbursement";
import type { TerminCondition } from "./termin-conditions";

/** What the next termin waits for, met or not, in words. */
export function TerminConditions({ next }: { next: NonNullable<CommunityProgram["next"]> }) {
  const t = useMessages(communityMoneyMessages);
  return (
    <Box title={t.conditionsTitle(next.n)}>
      <p className="kpi [margin:.375rem_0_.875rem]">
        <Money amount={next.amount} />
      </p>
      <ul className="chk">
        {next.conditions.map((condition) => (
          <li className={condition.met ? "ck1" : "ck0"} key={condition.code}>
            <span className="cb">{condition.met && <Icon name="check" />}</span>
            <Words condition={condition} />
          </li>
        ))}
      </ul>
    </Box>
  );
}

function Words({ condition }: { condition: TerminCondition }) {
  const t = useMessages(communityMoneyMessages);
  const language = useLanguage();
  const title =
    condition.code === "acknowledged" || condition.code === "reported"
      ? t.condition[condition.code](condition.previous)
      : t.condition[condition.code];
  return (
    <div>
      <b>{title}</b> <span className="sr">{condition.met ? t.met : t.notMet}</span>
      {condition.code === "fund" && (
        <p className="muted">
          {condition.met
            ? t.fundEnough(formatRupiah(condition.available, language))
            : t.fundShort(
                formatRupiah(condition.short, language),
                formatRupiah(condition.available > 0n ? condition.available : 0n, language),
              )}
        </p>
      )}
      {isHold(condition.code) && <p className="muted">{t.hold[condition.code]}</p>}
      {condition.code === "open" && <p className="muted">{t.openUnmet}</p>}
    </div>
  );
}

function isHold(code: TerminCondition["code"]): code is Hold {
  return code === "frozen" || code === "standing_invalid" || code === "payee_changed";
}
