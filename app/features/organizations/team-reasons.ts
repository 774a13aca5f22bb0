import type { OrganizationKind, Role } from "~/features/identity/actor";
import { holdsMoney } from "~/features/identity/second-factor/money-roles";

type Texts = {
  twoPeople: string;
  noTreasurer: string;
  onePerson: string;
  oneChair: string;
  noApprover: string;
  hasApprover: string;
  noFinance: string;
  hasFinance: string;
  hasTwoSignatures: string;
  noTwoSignatures: string;
  oneAdministrator: string;
  hasAdministrators: string;
  moneyFactors: (n: number, of: number) => string;
};
type Member = { userId: string; roles: readonly Role[]; secondFactor: boolean };
type Reason = { tone: "y" | "m" | "x"; text: string };

/** What speaks for a team and what it lacks, in sentences. */
export function teamReasons(kind: OrganizationKind, members: readonly Member[], t: Texts): Reason[] {
  return [...factorReasons(members, t), ...roleReasons(kind, members, t)];
}

function factorReasons(members: readonly Member[], t: Texts): Reason[] {
  const holders = members.filter(holdsMoney);
  if (holders.length === 0) return [];
  const proven = holders.filter((member) => member.secondFactor).length;
  return [{ tone: proven === holders.length ? "y" : "x", text: t.moneyFactors(proven, holders.length) }];
}

function roleReasons(kind: OrganizationKind, members: readonly Member[], t: Texts): Reason[] {
  const holders = (role: Role) => members.filter((member) => member.roles.includes(role));
  if (kind === "company") {
    const apart = holders("approver").some((approver) => holders("officer").some((officer) => officer.userId !== approver.userId));
    return [
      apart ? { tone: "y", text: t.hasApprover } : { tone: "m", text: t.noApprover },
      holders("finance").length > 0 ? { tone: "y", text: t.hasFinance } : { tone: "m", text: t.noFinance },
    ];
  }
  if (kind === "platform") {
    const signed = holders("disbursement_approver").some((one) => holders("disburser").some((other) => other.userId !== one.userId));
    return [
      signed ? { tone: "y", text: t.hasTwoSignatures } : { tone: "x", text: t.noTwoSignatures },
      holders("administrator").length > 1 ? { tone: "y", text: t.hasAdministrators } : { tone: "m", text: t.oneAdministrator },
    ];
  }
  const treasurers = holders("treasurer");
  const apart = treasurers.some((treasurer) => !treasurer.roles.includes("chair"));
  const reasons: Reason[] = [
    treasurers.length === 0
      ? { tone: "x", text: t.noTreasurer }
      : apart
        ? { tone: "y", text: t.twoPeople }
        : { tone: "m", text: t.onePerson },
  ];
  if (holders("chair").length === 1 && members.length > 2) reasons.push({ tone: "m", text: t.oneChair });
  return reasons;
}
