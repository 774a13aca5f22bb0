import { describe, expect, test } from "vitest";
import { detailTexts } from "~/features/audit/audit-text";
import { auditValueTexts } from "~/features/audit/audit-value-texts";
import { amendmentReasons } from "~/features/amendments/amendment";
import { disasterKinds } from "~/features/appeals/appeal";
import { assignmentKinds, declineReasons } from "~/features/assignments/assignment";
import { findings } from "~/features/concerns/concern";
import { freezeScopes } from "~/features/freezes/freeze";
import { identifierKinds } from "~/features/identifiers/identifier";
import { closings } from "~/features/needs/need";
import { legalForms } from "~/features/organizations/organization";
import { hidingReasons } from "~/features/residents/residents";
import { tieKinds } from "~/features/ties/tie";
import { organizationsMessages } from "~/features/organizations/organizations-messages";
import { cardProblems } from "~/features/payments/card";
import { payeeKinds } from "~/features/organizations/payee-account";
import { cancellationReasons, refusalReasons } from "~/features/pledges/pledge";
import { checkKinds, checkResults, rejectionReasons, suspensionReasons, transitions } from "~/features/proposals/proposal";
import { ignoreReasons } from "~/features/reconciliation/reconciliation";
import { languages } from "~/kernel/messages";
import { psksElements } from "#db/reference/psks-elements";

/** Every code that an operation writes into a detail. */
const codes = [
  ...Object.keys(organizationsMessages.id.roles),
  ...["community", "company"],
  ...payeeKinds,
  ...checkKinds,
  ...checkResults,
  ...rejectionReasons,
  ...suspensionReasons,
  ...amendmentReasons,
  ...refusalReasons,
  ...cancellationReasons,
  ...ignoreReasons,
  ...assignmentKinds,
  ...declineReasons,
  ...cardProblems,
  ...findings,
  ...freezeScopes,
  ...tieKinds,
  ...hidingReasons,
  ...identifierKinds,
  ...legalForms,
  ...closings,
  ...disasterKinds,
  ...Object.entries(transitions).flatMap(([from, to]) => (to.includes("withdrawn") ? [from] : [])),
];

describe("the words of the audit log", () => {
  test.each(languages)("name every code in %s", (language) => {
    expect(codes.filter((code) => !(code in auditValueTexts[language]))).toEqual([]);
  });

  test("name the roles as the pages of the organisations do", () => {
    for (const language of languages) expect(auditValueTexts[language]).toMatchObject(organizationsMessages[language].roles);
  });

  test("write amounts, days, counts, codes and answers for people", () => {
    const details = {
      amount: "39000000",
      gap: null,
      note: "",
      from: "chair,treasurer",
      to: "editor",
      soleMember: false,
      validUntil: "2027-01-31",
      left: "0",
    };
    expect(detailTexts(details, "id")).toEqual([
      "jumlah: Rp\u00a039.000.000",
      "dari: Ketua, Bendahara",
      "belum dibayar: Rp\u00a00",
      "satu-satunya anggota: tidak",
      "menjadi: Penyunting",
      "berlaku sampai: 31\u00a0Jan\u00a02027",
    ]);
    expect(detailTexts({ instalments: 3, on: "2026-11-24" }, "en")).toEqual(["instalments: 3", "on: 24\u00a0Nov\u00a02026"]);
  });

  test("name papers as the standing ladder does, and leave written words as they are", () => {
    const paper = psksElements[0]?.documents[0];
    expect(detailTexts({ kind: paper?.code ?? "" }, "id")).toEqual([`jenis: ${paper?.id}`]);
    expect(detailTexts({ reason: "Nomor rekening salah ketik" }, "en")).toEqual(["reason: Nomor rekening salah ketik"]);
  });
});
