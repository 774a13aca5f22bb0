import { StatusBadge, type Tone } from "~/components/badge";
import { useMessages } from "~/components/language";
import type { PledgeStatus } from "./pledge";
import { pledgeMessages } from "./pledge-messages";

const tones: { readonly [S in PledgeStatus]: Tone | undefined } = {
  draft: undefined,
  awaiting_approval: "warn",
  committed: "info",
  settled: "ok",
  refused: "bad",
  cancelled: undefined,
  lapsed: "bad",
};

export function PledgeBadge({ status }: { status: PledgeStatus }) {
  const t = useMessages(pledgeMessages).status;
  return (
    <StatusBadge tone={tones[status]} icon={status === "awaiting_approval" ? "clock" : undefined}>
      {t[status]}
    </StatusBadge>
  );
}
