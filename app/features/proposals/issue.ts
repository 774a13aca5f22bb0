import type { Day } from "~/kernel/dates";
import type { Section } from "./proposal";
import type { Unread } from "./proposal-draft";

/** One thing that is missing or wrong: where, on which field, and which sentence says so. Amounts are whole rupiah. */
export type Issue = {
  section: Section;
  requirement: string;
  field: string;
  code: IssueCode;
  values?: { [name: string]: string | number | bigint };
};

export type IssueCode =
  | "missing"
  | "too_short"
  | "too_long"
  | "unread"
  | "unread_day"
  | "unread_month"
  | "must_be_positive"
  | "no_goal"
  | "no_need"
  | "people_exceed_total"
  | "parts_differ"
  | "people_unknown"
  | "answers_exceed_total"
  | "area_too_large"
  | "no_activities"
  | "activity_incomplete"
  | "activity_order"
  | "activity_outside_program"
  | "no_risks"
  | "risk_incomplete"
  | "members_too_few"
  | "member_incomplete"
  | "member_twice"
  | "village_unknown"
  | "line_without_member"
  | "share_too_much"
  | "ends_before_start"
  | "closed_already"
  | "open_after_end"
  | "no_lines"
  | "line_incomplete"
  | "amount_not_whole"
  | "contribution_incomplete"
  | "no_tranches"
  | "tranche_incomplete"
  | "tranche_order"
  | "tranche_outside_program"
  | "tranches_differ"
  | "no_indicators"
  | "indicator_incomplete"
  | "payee_foreign"
  | "payee_unverified"
  | "payee_closed"
  | "no_photo"
  | "standing_invalid"
  // What an amendment of a published program can't go behind.
  | "target_below_committed"
  | "line_below_receipts"
  | "line_below_pledges"
  | "line_named"
  | "line_member_spent"
  | "tranche_fixed"
  | "tranche_named"
  | "indicator_reported"
  | "need_closed";

/** What the rules must know besides the draft itself. */
export type Surroundings = {
  today: Day;
  /** The organisation's standing is approved and has not run out. */
  standingValid: boolean;
  /** The account that was chosen, as it is now; undefined when none is chosen or it does not exist. */
  payee: { belongs: boolean; verified: boolean; closed: boolean } | undefined;
  /** How many pictures of the present state are attached. */
  photos: number;
  unread: Unread;
  /** Several groups propose together: each line is one's, or split. */
  jointly: boolean;
};
