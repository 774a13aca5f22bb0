import { Body, Button, Column, Container, Head, Heading, Html, Link, Preview, Row, Section, Text } from "@react-email/components";
import { createContext, useContext, type ReactNode } from "react";
import type { Language } from "~/kernel/messages";
import { formatRupiah, formatRupiahShort } from "~/kernel/money";

const ink = { deep: "#16201c", body: "#384640", soft: "#4c5b54" };
const line = { hair: "#d6ded5", double: "#bcc8bd" };
const water = { accounted: "#0b2c41", disbursed: "#357c9d", received: "#bfd9e5", action: "#103d57", link: "#164e6c" };
const font = "'Plus Jakarta Sans',-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const tabular = { fontFeatureSettings: "'tnum'" };

const footers: { readonly [L in Language]: string } = {
  id: "Sinergi tidak pernah meminta kata sandi atau transfer ulang lewat surel. Bila isi surel ini keliru, balas surel ini.",
  en: "Sinergi never asks for passwords or for a second transfer by email. If something here is wrong, reply to this email.",
};

/** The address that ends this kind of news, in mail that one may do without; whoever renders an email for sending gives it. */
export const UnsubscribeAddress = createContext<string | null>(null);

const unsubscribe: { readonly [L in Language]: { text: string; link: string } } = {
  id: { text: "Kabar seperti ini bisa dimatikan tanpa masuk:", link: "berhenti menerima" },
  en: { text: "News like this can be ended without signing in:", link: "unsubscribe" },
};

type LayoutProps = {
  language: Language;
  /** What inboxes show beside the subject. */
  preview: string;
  children: ReactNode;
  /** A sentence before the usual closing words. */
  footnote?: ReactNode;
};

/** The sheet every email is written on: the mark, the content, the closing words. */
export function EmailLayout({ language, preview, children, footnote }: LayoutProps) {
  const end = useContext(UnsubscribeAddress);
  return (
    <Html lang={language} dir="ltr">
      <Head />
      <Body style={{ margin: 0, background: "#f2f5f0", color: ink.deep, fontFamily: font }}>
        <Preview data-skip-in-text="">{preview}</Preview>
        <Container
          style={{ width: "100%", maxWidth: "600px", margin: "28px auto", background: "#ffffff", border: `1px solid ${line.hair}` }}
        >
          <Section style={{ padding: "22px 32px", borderBottom: `3px double ${line.double}` }}>
            <Mark />
          </Section>
          <Section style={{ padding: "32px 32px 0" }}>{children}</Section>
          <Section style={{ padding: "28px 32px 32px" }}>
            <Text
              style={{
                margin: 0,
                paddingTop: "18px",
                borderTop: `1px solid ${line.hair}`,
                fontSize: "13px",
                lineHeight: 1.6,
                color: ink.soft,
              }}
            >
              {footnote}
              {footnote ? " " : null}
              {footers[language]}
              {end && (
                <>
                  {" "}
                  {unsubscribe[language].text} <EmailLink href={end}>{unsubscribe[language].link}</EmailLink>.
                </>
              )}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

function Mark() {
  const bars = [
    { height: 24, color: water.accounted },
    { height: 18, color: water.disbursed },
    { height: 12, color: "#5f9cb8" },
    { height: 6, color: "#c98832" },
  ];
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          {bars.map(({ height, color }) => (
            <td key={color} valign="bottom" style={{ paddingRight: "1px" }} data-skip-in-text="">
              <div style={{ width: "7px", height: `${height}px`, background: color, fontSize: 0, lineHeight: 0 }}>&nbsp;</div>
            </td>
          ))}
          <td style={{ paddingLeft: "10px", fontSize: "20px", fontWeight: 700, letterSpacing: "-.04em" }}>Sinergi</td>
        </tr>
      </tbody>
    </table>
  );
}

/** The one sentence that says what happened. */
export function EmailTitle({ children }: { children: ReactNode }) {
  return (
    <Heading as="h1" style={{ margin: "0 0 12px", fontSize: "27px", lineHeight: 1.2, letterSpacing: "-.03em", fontWeight: 700 }}>
      {children}
    </Heading>
  );
}

export function EmailText({ children }: { children: ReactNode }) {
  return <Text style={{ margin: "0 0 14px", fontSize: "16px", lineHeight: 1.6, color: ink.body }}>{children}</Text>;
}

/** Words somebody else wrote (a note, a reason), set apart; line breaks are kept. */
export function EmailQuote({ children }: { children: string }) {
  return (
    <Text
      style={{
        margin: "4px 0 18px",
        padding: "2px 0 2px 16px",
        borderLeft: `3px solid ${line.double}`,
        fontSize: "16px",
        lineHeight: 1.6,
        color: ink.body,
        whiteSpace: "pre-line",
      }}
    >
      {children}
    </Text>
  );
}

export type EmailFact = { label: string; value: string; strong?: boolean };

/** Labels and values, one pair a line. */
export function EmailFacts({ facts }: { facts: readonly EmailFact[] }) {
  const cell = { padding: "9px 0", borderBottom: `1px solid ${line.hair}`, fontSize: "15px" };
  return (
    <table className="facts" role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: "10px 0 14px" }}>
      <tbody>
        {facts.map(({ label, value, strong }) => (
          <tr key={label}>
            <td style={{ ...cell, color: ink.soft, paddingRight: "12px" }}>{label}</td>
            <td align="right" style={{ ...cell, ...tabular, fontWeight: strong ? 700 : 500 }}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The sum that closes a list of facts, with the double rule. The amount is text of whole rupiah. */
export function EmailTotal({ label, amount, language }: { label: string; amount: string; language: Language }) {
  const rule = { display: "inline-block", borderTop: `1px solid ${ink.deep}`, borderBottom: `3px double ${ink.deep}` };
  return (
    <table className="facts" role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ marginBottom: "14px" }}>
      <tbody>
        <tr>
          <td style={{ fontWeight: 700 }}>{label}</td>
          <td align="right">
            <span style={{ ...rule, ...tabular, padding: "2px 0 2px 8px", fontWeight: 700, fontSize: "18px", whiteSpace: "nowrap" }}>
              {formatRupiah(BigInt(amount), language)}
            </span>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** What the reader can do now. */
export function EmailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ padding: "12px 0 18px" }}>
      <Button
        href={href}
        style={{ background: water.action, borderRadius: "6px", padding: "15px 24px", color: "#ffffff", fontWeight: 700, fontSize: "16px" }}
      >
        {children}
      </Button>
    </Section>
  );
}

export function EmailLink({ href, children }: { href: string; children?: ReactNode }) {
  return (
    <Link href={href} style={{ color: water.link, textDecoration: "underline", wordBreak: "break-all" }}>
      {children ?? href}
    </Link>
  );
}

const nextWord: { readonly [L in Language]: string } = { id: "Selanjutnya.", en: "What comes next." };

/** What will happen next, so that nobody has to ask. */
export function EmailNext({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <Text style={{ margin: "6px 0 0", fontSize: "15px", lineHeight: 1.6, color: ink.body }}>
      <b>{nextWord[language]}</b> {children}
    </Text>
  );
}

export type EmailFlow = { target: string; committed: string; received: string; disbursed: string; accounted: string };

const flowWords: { readonly [L in Language]: { received: string; disbursed: string; accounted: string; committed: string } } = {
  id: { committed: "Komitmen", received: "Diterima", disbursed: "Disalurkan ke lembaga", accounted: "Dipertanggungjawabkan" },
  en: { committed: "Committed", received: "Received", disbursed: "Disbursed", accounted: "Accounted for" },
};

/** The Alur Dana of a program, as a bar that shrinks from stage to stage, with its figures. Amounts are text of whole rupiah. */
export function EmailAlurDana({ flow, caption, language }: { flow: EmailFlow; caption: string; language: Language }) {
  const [target, committed, received, disbursed, accounted] = [
    flow.target,
    flow.committed,
    flow.received,
    flow.disbursed,
    flow.accounted,
  ].map(BigInt);
  const words = flowWords[language];
  const stages = [
    { key: "accounted", amount: accounted ?? 0n, part: accounted ?? 0n, color: water.accounted, height: 44 },
    { key: "disbursed", amount: disbursed ?? 0n, part: (disbursed ?? 0n) - (accounted ?? 0n), color: water.disbursed, height: 33 },
    { key: "received", amount: received ?? 0n, part: (received ?? 0n) - (disbursed ?? 0n), color: water.received, height: 22 },
    { key: "committed", amount: committed ?? 0n, part: (committed ?? 0n) - (received ?? 0n), color: line.hair, height: 11 },
  ] as const;
  const left = (target ?? 0n) - (committed ?? 0n);
  return (
    <Section style={{ padding: "12px 0 6px" }}>
      <Text style={{ margin: "0 0 10px", fontSize: "14px", color: ink.soft }}>{caption}</Text>
      <Row style={{ tableLayout: "fixed" }} data-skip-in-text="">
        {stages
          .filter((stage) => stage.part > 0n)
          .map((stage) => (
            <Column
              key={stage.key}
              valign="bottom"
              style={{ width: share(stage.part, target ?? 1n), padding: 0, lineHeight: 0, fontSize: 0 }}
            >
              <div style={{ height: `${stage.height}px`, background: stage.color, borderRight: "2px solid #ffffff" }}>&nbsp;</div>
            </Column>
          ))}
        {left > 0n ? (
          <Column valign="bottom" style={{ borderBottom: "2px dashed #8f9d93", fontSize: 0, lineHeight: 0 }}>
            &nbsp;
          </Column>
        ) : null}
      </Row>
      <table className="facts" role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ marginTop: "12px" }}>
        <tbody>
          {[...stages].reverse().map((stage) => (
            <tr key={stage.key}>
              <td style={{ fontSize: "14px", color: ink.body, padding: "4px 0" }}>
                <span style={{ color: stage.color, paddingRight: "8px" }} aria-hidden="true" data-skip-in-text="">
                  &#9632;
                </span>
                {words[stage.key]}
              </td>
              <td align="right" style={{ ...tabular, fontSize: "14px", fontWeight: 600, whiteSpace: "nowrap" }}>
                {formatRupiahShort(stage.amount, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function share(part: bigint, whole: bigint): string {
  return `${Number((part * 1000n) / (whole > 0n ? whole : 1n)) / 10}%`;
}
