import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Flow, flowLine, flowSentence, gapSentences, percentOf, scaleOf, waitingAmounts } from "~/components/alur";
import { AlurDana } from "~/components/alur-dana";
import { LanguageProvider } from "~/components/language";

const running: Flow = {
  target: 250_000_000n,
  committed: 190_000_000n,
  received: 150_000_000n,
  disbursed: 137_500_000n,
  accounted: 93_900_000n,
};
const none: Flow = { target: 150_000_000n, committed: 0n, received: 0n, disbursed: 0n, accounted: 0n };
const done: Flow = { target: 340n, committed: 340n, received: 340n, disbursed: 340n, accounted: 340n };
const over: Flow = { target: 100n, committed: 118n, received: 100n, disbursed: 40n, accounted: 25n };

/** The diagram's markup, with no-break spaces as plain ones. */
function markup(flow: Flow, props: Partial<Parameters<typeof AlurDana>[0]> = {}, language: "id" | "en" = "id"): string {
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <AlurDana flow={flow} {...props} />
    </LanguageProvider>,
  ).replaceAll("\u00a0", " ");
}

const flows = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 4, maxLength: 4 }).chain((parts) => {
  const [committed = 0n, received = 0n, disbursed = 0n, accounted = 0n] = [...parts].sort((a, b) => (a < b ? 1 : -1));
  return fc.bigInt({ min: 1n, max: 10n ** 12n }).map((target): Flow => ({ target, committed, received, disbursed, accounted }));
});

describe("the widths", () => {
  it("are each amount's share of the target, in percent with two decimals", () => {
    const scale = scaleOf(running);
    expect([running.accounted, running.disbursed, running.received, running.committed].map((amount) => percentOf(amount, scale))).toEqual([
      37.56, 55, 60, 76,
    ]);
  });

  it("follow the pledges where these are more than the target, so that the target's post moves inside", () => {
    expect(scaleOf(over)).toBe(118n);
    expect(percentOf(over.target, scaleOf(over))).toBe(84.75);
    expect(markup(over, { size: "strip" })).toContain('class="flag o" x1="84.75%"');
  });

  it("never pass the end, keep the order of the levels, and are zero only for nothing", () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const scale = scaleOf(flow);
        const widths = [flow.committed, flow.received, flow.disbursed, flow.accounted].map((amount) => percentOf(amount, scale));
        expect(widths).toEqual([...widths].sort((a, b) => b - a));
        expect(Math.max(...widths)).toBeLessThanOrEqual(100);
        expect(percentOf(0n, scale)).toBe(0);
      }),
    );
  });

  it("leave what waits summing to the target less what is accounted for", () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const waiting = waitingAmounts(flow);
        const whole = flow.committed > flow.target ? flow.committed : flow.target;
        expect(waiting.notPledged + waiting.transfer + waiting.inAccount + waiting.proof).toBe(whole - flow.accounted);
      }),
    );
  });
});

describe("the text in place of the picture", () => {
  it("says the target, the four amounts and their shares, in both languages", () => {
    expect(flowSentence(running, "id").replaceAll("\u00a0", " ")).toBe(
      "Alur Dana. Target Rp 250.000.000. Komitmen Rp 190.000.000, 76%. Diterima Rp 150.000.000, 60%. Disalurkan Rp 137.500.000, 55%. Dipertanggungjawabkan Rp 93.900.000, 37,5%.",
    );
    expect(flowSentence(running, "en")).toContain("Accounted for Rp\u00a093,900,000, 37.5%.");
  });

  it("is the name of every picture", () => {
    for (const size of ["large", "card", "strip"] as const) {
      const html = markup(running, { size });
      expect(html.match(/<svg class="bar"/g)?.length).toBe(html.match(/role="img" aria-label="Alur Dana\. Target/g)?.length);
    }
  });

  it("puts one plain line under a card", () => {
    const lines = [none, running, { ...running, committed: 250_000_000n }, done].map((flow) => {
      const line = flowLine(flow, "id");
      return [line.strong, line.rest, line.aside, line.asideStrong ?? ""].join(" ").replaceAll("\u00a0", " ").trim();
    });
    expect(lines).toEqual([
      "Belum ada komitmen target Rp 150 jt",
      "Rp 190 jt dari Rp 250 jt kurang Rp 60 jt",
      "Rp 250 jt terdanai penuh 37,5% berbukti",
      "Rp 340 dipertanggungjawabkan 100%",
    ]);
  });

  it("says under each level what still waits", () => {
    expect(Object.values(gapSentences(running, "id")).map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      "76% dari target",
      "Rp 40 jt menunggu transfer",
      "Rp 12,5 jt ada di rekening program",
      "Rp 43,6 jt menunggu bukti",
    ]);
  });
});

describe("the states", () => {
  it("draws two posts and no step where nothing is pledged", () => {
    const html = markup(none, { size: "strip" });
    expect(html.match(/class="flag"/g)).toHaveLength(2);
    expect(html).not.toContain("<rect");
  });

  it("gives equal amounts one label, on the highest step", () => {
    const html = markup({ ...running, disbursed: 93_900_000n });
    expect(html.match(/class="t2">Rp 93,9 jt/g)).toHaveLength(1);
    expect(html).toContain('class="t1">Dipertanggungjawabkan');
    expect(html).not.toContain('class="t1">Disalurkan');
  });

  it("says one thing where all is accounted for, and nothing waits", () => {
    const html = markup(done);
    expect(html).toContain("Semua dipertanggungjawabkan");
    expect(html).not.toContain("alur-dl");
  });

  it("draws a pledge that is being written without counting it, within the scale", () => {
    const html = markup(running, { size: "strip", preview: 100_000_000n });
    expect(html).toContain('class="pv" x="76%" width="24%"');
    expect(html).toContain("Komitmen Rp 190.000.000, 76%.");
  });

  it("uses no style attribute", () => {
    for (const flow of [none, running, done, over]) expect(markup(flow, { axis: true, preview: 5n })).not.toContain("style=");
  });
});
