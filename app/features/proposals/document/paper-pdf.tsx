import { Document, Page, Path, Svg, Text, View } from "@react-pdf/renderer";
import type { Fact, Paper, PaperPart, PaperSection } from "./paper";
import { paperMessages } from "./paper-messages";
import { colors, styles } from "./paper-style";
import { PaperTable } from "./paper-table";
import { printable } from "./printable";

type PaperProps = { paper: Paper };

/** The document of record: letterhead, what it is and in which version, then section by section; the same foot on every page. */
export function PaperPdf({ paper, madeAt }: PaperProps & { madeAt: Date }) {
  return (
    <Document
      title={printable(paper.title)}
      author={printable(paper.organization)}
      subject={printable(paper.kind)}
      creator="Sinergi"
      producer="Sinergi"
      language={paper.language === "id" ? "id-ID" : "en-GB"}
      creationDate={madeAt}
      modificationDate={madeAt}
      pageMode="useNone"
    >
      <Page size="A4" style={styles.page}>
        {paper.mark && (
          <Text style={styles.mark} fixed>
            {paper.mark}
          </Text>
        )}
        <Foot paper={paper} />
        <Head paper={paper} />
        {paper.warnings.map(({ title, text }) => (
          <View key={title + text} style={styles.warning} wrap={false}>
            <Text style={styles.warningTitle}>{printable(title)}</Text>
            <Text>{printable(text)}</Text>
          </View>
        ))}
        {paper.sections.map((section) => (
          <Section key={section.title} section={section} />
        ))}
      </Page>
    </Document>
  );
}

function Head({ paper }: PaperProps) {
  return (
    <>
      <View style={styles.head}>
        <View style={{ flex: 1, paddingRight: 20 }}>
          <Text style={styles.organization}>{printable(paper.organization)}</Text>
          {paper.organizationNote !== "" && <Text style={styles.small}>{printable(paper.organizationNote)}</Text>}
        </View>
        <View style={styles.brand}>
          <Svg viewBox="0 0 30 24" width={20} height={16}>
            <Path fill={colors.brand} d="M0 0h8v24H0z" />
            <Path fill={colors.brand2} d="M8.75 6h6.5v18h-6.5z" />
            <Path fill={colors.brand3} d="M16 12h6.5v12H16z" />
            <Path fill={colors.soga} d="M23.25 18H30v6h-6.75z" />
          </Svg>
          <Text style={styles.brandName}>Sinergi</Text>
        </View>
      </View>
      <Text style={styles.kind}>{printable(paper.kind)}</Text>
      <Text style={styles.title}>{printable(paper.title)}</Text>
      {paper.place !== "" && <Text style={styles.place}>{printable(paper.place)}</Text>}
      <View style={{ marginTop: 10 }}>
        <Facts facts={paper.reference} />
      </View>
    </>
  );
}

/** Its pieces stand beside those of other sections, not in a box: only so a title at the foot of a page can go to the next with its text. */
function Section({ section: { title, hint, parts } }: { section: PaperSection }) {
  return (
    <>
      <Text style={styles.sectionTitle} minPresenceAhead={hint ? 110 : 90}>
        {printable(title)}
      </Text>
      {hint && (
        <Text style={styles.hint} minPresenceAhead={90}>
          {printable(hint)}
        </Text>
      )}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document is drawn once
        <Part key={at} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { part: PaperPart }) {
  if (part.kind === "table") return <PaperTable {...part} />;
  if (part.kind === "facts") return <Facts facts={part.facts} />;
  if (part.kind === "note") return <Text style={[styles.small, styles.part]}>{printable(part.text)}</Text>;
  if (part.kind === "list") return <List items={part.items} />;
  return (
    <View style={styles.part}>
      {part.lead !== "" && <Text style={styles.lead}>{printable(part.lead)}</Text>}
      {part.paragraphs.map((paragraph) => (
        <Text key={paragraph} style={styles.paragraph}>
          {printable(paragraph)}
        </Text>
      ))}
    </View>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <View style={styles.part}>
      {facts.map(({ term, value }) => (
        <View key={term} style={styles.fact} wrap={value.length > 900}>
          <Text style={styles.term}>{printable(term)}</Text>
          <Text style={styles.value}>{printable(value)}</Text>
        </View>
      ))}
    </View>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <View style={styles.part}>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document is drawn once
        <View key={at} style={styles.bullet} wrap={false}>
          <Text>•</Text>
          <Text style={{ flex: 1 }}>{printable(item)}</Text>
        </View>
      ))}
    </View>
  );
}

/** Which document this page belongs to, also when it lies on a desk alone. */
function Foot({ paper }: PaperProps) {
  const t = paperMessages[paper.language];
  return (
    <View style={styles.foot} fixed>
      <Text style={styles.footText}>{printable([paper.mark, shortened(paper.foot)].filter(Boolean).join(" · "))}</Text>
      <Text render={({ pageNumber, totalPages }) => t.page(pageNumber, totalPages ?? pageNumber)} />
    </View>
  );
}

const footLength = 110;

function shortened(text: string): string {
  return text.length > footLength ? `${[...text].slice(0, footLength).join("").trimEnd()}…` : text;
}
