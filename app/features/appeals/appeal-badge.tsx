import { StatusBadge, type Tone } from "~/components/badge";
import { useMessages } from "~/components/language";
import type { AppealStatus } from "./appeal";
import { appealMessages } from "./appeal-messages";

const tones: Readonly<Record<AppealStatus, Tone | undefined>> = {
  raised: "warn",
  verified: "ok",
  rejected: "bad",
  withdrawn: undefined,
  closed: undefined,
  converted: "info",
  expired: undefined,
};

export function AppealBadge({ status }: { status: AppealStatus }) {
  return <StatusBadge tone={tones[status]}>{useMessages(appealMessages).statuses[status]}</StatusBadge>;
}
