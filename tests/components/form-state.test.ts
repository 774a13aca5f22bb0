import { describe, expect, it } from "vitest";
import { fieldId, formState } from "~/components/form-state";

const texts = { target_exceeded: "Melebihi sisa kebutuhan." };

describe("a form's state", () => {
  it("begins with the defaults", () => {
    const form = formState(undefined, { defaults: { title: "Sumur", amount: 125_000_000n, agreed: true, count: 3 }, language: "id" });
    expect(form.field("title")).toEqual({ id: "title", name: "title", defaultValue: "Sumur", error: undefined });
    expect(["amount", "agreed", "count", "none"].map((name) => form.field(name).defaultValue)).toEqual(["125000000", "on", "3", undefined]);
    expect(form.errors).toEqual([]);
  });

  it("keeps what was typed, also where it was emptied, and says each error as a sentence", () => {
    const form = formState(
      {
        status: "error",
        initialValue: { amount: "500 jt" },
        error: { amount: ["target_exceeded"], title: ["required"], "": ["Ditolak oleh server."] },
      },
      { defaults: { title: "Sumur", amount: 1n }, texts, language: "id" },
    );
    expect(form.field("amount").defaultValue).toBe("500 jt");
    expect(form.field("title").defaultValue).toBeUndefined();
    expect(form.field("amount").error).toBe("Melebihi sisa kebutuhan.");
    expect(form.errors).toEqual([
      { field: "amount", text: "Melebihi sisa kebutuhan." },
      { field: "title", text: "Isian ini wajib diisi." },
      { field: undefined, text: "Ditolak oleh server." },
    ]);
  });

  it("keeps what was typed where every field could be read and an operation refused it", () => {
    const form = formState({ status: "success", initialValue: { note: "-5" } }, { language: "id" });
    expect(form.field("note").defaultValue).toBe("-5");
  });

  it("takes a text that can name a detail which this error does not give", () => {
    const too_long = ({ most }: { most?: number }) => `Paling banyak ${most ?? 1000} huruf.`;
    const form = formState({ status: "error", error: { note: ["too_long"] } }, { texts: { too_long }, language: "id" });
    expect(form.error("note")).toBe("Paling banyak 1000 huruf.");
  });

  it("reads nested names and several values of one name", () => {
    const form = formState(
      {
        status: "error",
        initialValue: { items: [{ price: "10" }, { price: "x" }], needs: ["a", "b"] },
        error: { "items[1].price": ["not_rupiah"] },
      },
      { language: "en" },
    );
    expect(form.field("items[1].price")).toMatchObject({ id: "items-1-price", defaultValue: "x" });
    expect(form.errors[0]?.field).toBe("items-1-price");
    expect(form.list("needs")).toEqual(["a", "b"]);
  });

  it("makes ids that addresses can hold", () => {
    expect(["title", "items[0].amount", "needs[]"].map(fieldId)).toEqual(["title", "items-0-amount", "needs"]);
  });
});
