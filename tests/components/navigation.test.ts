import { describe, expect, it } from "vitest";
import { areaOf, currentItem, mainNavigation, sectionsOf } from "~/components/shells/navigation";

describe("the navigation", () => {
  it("knows the part of the site from the address", () => {
    expect(["/", "/program/sumur", "/ruang", "/ruang/lembaga/usulan", "/ruang/perusahaan", "/admin", "/administrasi"].map(areaOf)).toEqual([
      "public",
      "public",
      "public",
      "community",
      "company",
      "admin",
      "public",
    ]);
  });

  it("shows a desk's officer only what the role opens", () => {
    const names = (...roles: string[]) => sectionsOf("admin", roles).map((item) => item.name);
    expect(names("disburser")).toEqual(["overview", "disbursements", "journal"]);
    expect(names("verifier")).toContain("amendments");
    expect(currentItem(sectionsOf("admin"), "/admin/adendum/sumur/2")?.name).toBe("amendments");
    expect(names("auditor")).toHaveLength(12);
    expect(sectionsOf("company", ["reader"])).toHaveLength(7);
    expect(sectionsOf("community", ["chair", "karang_taruna"]).map((item) => item.name)).not.toContain("services");
    expect(sectionsOf("community", ["chair", "lk3"]).map((item) => item.name)).toContain("services");
    expect(sectionsOf("practitioner", ["practitioner", "tksk"]).map((item) => item.name)).not.toContain("mentoring");
    expect(sectionsOf("practitioner", ["practitioner", "woman_leader"]).map((item) => item.name)).toContain("mentoring");
  });

  it("marks the nearest item above a page", () => {
    const community = sectionsOf("community");
    expect(currentItem(community, "/ruang/lembaga")?.name).toBe("overview");
    expect(currentItem(community, "/ruang/lembaga/usulan/01/rab")?.name).toBe("proposals");
    expect(currentItem(community, "/ruang/lembaga/program/sumur")?.name).toBe("overview");
    expect(currentItem(sectionsOf("admin"), "/admin/rekonsiliasi/impor")?.name).toBe("reconciliation");
    expect(currentItem(mainNavigation, "/program/sumur/dana")?.name).toBe("browse");
    expect(currentItem(mainNavigation, "/masuk")).toBeUndefined();
  });
});
