import type { ReactNode } from "react";
import { commonMessages } from "./common-messages";
import { useMessages } from "./language";

/** A bank account: bank, number (masked by whoever passes it), holder, and whether it has changed. */
export function AccountLine({ bank, number, holder, badge }: { bank: ReactNode; number: string; holder: string; badge?: ReactNode }) {
  const t = useMessages(commonMessages);
  return (
    <div className="acct">
      <div>
        <p className="no">
          {bank} <span className="n">{number}</span>
        </p>
        <p className="muted">{t.holder(holder)}</p>
      </div>
      {badge}
    </div>
  );
}
