import type { Area } from "~/features/areas/area";
import type { OpenFreeze } from "~/features/freezes/freeze-queries.server";
import type { Flow } from "~/features/ledger/ledger";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { ProgramMember } from "./program-members.server";
import type { GroupFigure, PeopleFigures } from "./people";
import type { DraftActivity, DraftContribution, DraftRisk } from "./proposal-draft";
import type { LineTax } from "./tax";
import type { CheckKind, CheckResult, Pillar, ProposalStatus } from "./proposal";

/** A name in both languages, as the reference tables have it. */
export type Named = { nameId: string; nameEn: string };

export type ProgramLine = {
  id: string;
  description: string;
  volume: string;
  unit: string;
  unitPrice: Rupiah;
  /** Included in the price, or added to it and so part of the amount. */
  tax: LineTax | null;
  amount: Rupiah;
  /** Covered by commitments: lines that pledges name first, then free pledges in the order of the budget. */
  funded: Rupiah;
  /** Spent by approved receipts, and by receipts that wait for approval. */
  spent: Rupiah;
  waiting: Rupiah;
};
export type ProgramSection = { name: string; amount: Rupiah; funded: Rupiah; spent: Rupiah; lines: ProgramLine[] };

export type TrancheDisbursement = {
  id: string;
  status: "requested" | "prepared" | "approved" | "sent" | "executed" | "acknowledged" | "returned";
  requestedAt: Date;
  executedOn: Day | null;
  acknowledgedAt: Date | null;
};
export type ProgramTranche = {
  n: number;
  title: string;
  amount: Rupiah;
  condition: string;
  plannedOn: Day | null;
  disbursement: TrancheDisbursement | null;
  report: {
    id: string;
    status: "draft" | "submitted" | "verifying" | "revision_requested" | "published";
    publishedAt: Date | null;
    headline: string;
  } | null;
  spent: Rupiah;
  waiting: Rupiah;
  /** How far its money is proven: 0 planned, 2 on its way, 3 with the community, 4 all of it accounted for. */
  level: 0 | 2 | 3 | 4;
};

export type ProgramIndicator = {
  id: string;
  /** Of the catalogue; numbers of one code can be added up over programs. */
  code: string | null;
  name: string;
  unit: string;
  baseline: string;
  target: string;
  /** From the latest published report, with its termin. */
  actual: string | null;
  actualNote: string;
  actualTranche: number | null;
};

export type ProgramCheck = {
  kind: CheckKind;
  result: CheckResult;
  finding: string;
  roleLabel: string;
  checkedOn: Day;
  validUntil: Day | null;
  /** Photos of the visit that prove it. */
  photos: number;
};

export type ProgramFunder = Pick<Flow, "committed" | "received" | "disbursed" | "accounted"> & {
  companyId: string;
  name: string;
  slug: string;
  companyType: "bumn" | "bumd" | "private";
};

export type ProgramUpdate =
  | { kind: "published" | "running" | "completed" | "suspended" | "resumed" | "expired"; at: Date }
  | { kind: "committed"; at: Date; company: string; amount: Rupiah }
  | { kind: "disbursed"; at: Date; n: number; amount: Rupiah }
  | { kind: "amended"; at: Date; n: number }
  | { kind: "reported"; at: Date; n: number; headline: string };

/** Everything that the public page of a program shows. */
export type ProgramView = {
  id: string;
  slug: string;
  code: string;
  status: ProposalStatus;
  title: string;
  summary: string;
  /** Paragraphs. */
  story: string[];
  pillar: Pillar;
  urgent: boolean;
  ledByWoman: boolean;
  organization: {
    id: string;
    name: string;
    slug: string;
    element: string;
    elementName: Named;
    areaLabel: string;
    sponsor: { name: string; slug: string } | null;
  };
  /** The area, or its district where a sensitive need group must not be placed more exactly. */
  area: Area & { path: Area[] };
  place: string;
  needs: (GroupFigure & { sensitive: boolean })[];
  goals: (Named & { number: number })[];
  /** As anyone may read them: small parts are hidden, those that would give them away, and a small whole of a sensitive group. */
  beneficiaries: PeopleFigures & { total: number | null; unit: string; someHidden: boolean };
  activities: DraftActivity[];
  risks: DraftRisk[];
  startsOn: Day | null;
  endsOn: Day | null;
  openUntil: Day;
  /** Days until commitments close, counting today as 0; negative when closed. */
  daysLeft: number;
  /** Open for commitments: right state, not past its last day, not fully committed. */
  acceptsPledges: boolean;
  /** What of its community, or of the sponsor, is frozen. */
  freezes: OpenFreeze[];
  /** How many who verify stepped back because of a tie. */
  recusals: number;
  publishedAt: Date;
  completedAt: Date | null;
  payee: { kind: "own" | "sponsor" | "village_treasury"; bankName: string; ending: string; holderName: string };
  flow: Flow & { escrow: Rupiah; inTransit: Rupiah };
  /** What no commitment covers yet. */
  remaining: Rupiah;
  /** The groups of a joint program; none when one organisation works alone. */
  members: ProgramMember[];
  budget: ProgramSection[];
  /** What the community brings itself, beside the target. */
  contributions: DraftContribution[];
  tranches: ProgramTranche[];
  indicators: ProgramIndicator[];
  /** The latest check of each kind. */
  checks: ProgramCheck[];
  funders: ProgramFunder[];
  /** Files that anyone may open. */
  files: { fileId: string; title: string; name: string; mediaType: string; sizeBytes: number }[];
  /** Latest first. */
  updates: ProgramUpdate[];
};
