import { StatusBadge, type Tone } from "~/components/badge";
import { useMessages } from "~/components/language";
import { organizationsMessages } from "./organizations-messages";
import type { StandingView } from "./standing";

const tones: { readonly [View in StandingView]: Tone | undefined } = {
  draft: undefined,
  submitted: "info",
  revision_requested: "warn",
  approved: "ok",
  expiring: "warn",
  expired: "bad",
  rejected: "bad",
};

/** The standing of an organisation in one word. */
export function StandingBadge({ view }: { view: StandingView }) {
  return <StatusBadge tone={tones[view]}>{useMessages(organizationsMessages).standings[view]}</StatusBadge>;
}

type DocumentState = "submitted" | "accepted" | "refused" | "missing" | "expired";
const documentTones: { readonly [State in DocumentState]: Tone | undefined } = {
  submitted: "info",
  accepted: "ok",
  refused: "bad",
  missing: undefined,
  expired: "bad",
};

export function DocumentBadge({ state }: { state: DocumentState }) {
  return <StatusBadge tone={documentTones[state]}>{useMessages(organizationsMessages).documentStates[state]}</StatusBadge>;
}

/** What a document counts for today. */
export function documentState(
  document: { status: "submitted" | "accepted" | "refused"; validUntil: string | null } | undefined,
  today: string,
): DocumentState {
  if (!document) return "missing";
  return document.validUntil !== null && document.validUntil < today ? "expired" : document.status;
}
