import { StyleSheet } from "@react-pdf/renderer";

/** The colours of the pages on white paper: `app/styles/tokens.css`. */
export const colors = {
  ink: "#16201c",
  ink2: "#4c5b54",
  line: "#d6ded5",
  strong: "#16201c",
  sunken: "#f1f4ef",
  margin: "#dd9c90",
  brand: "#103d57",
  brand2: "#1f6386",
  brand3: "#5f9fc0",
  soga: "#c98f43",
  warn: "#822a20",
  mark: "#f3e1dc",
} as const;

export const family = "Plus Jakarta Sans";

/** A4 with the margins of the printed pages: 16, 14 and 18 mm, in points. */
export const styles = StyleSheet.create({
  page: {
    fontFamily: family,
    fontSize: 9.5,
    lineHeight: 1.4,
    color: colors.ink,
    backgroundColor: "#ffffff",
    paddingTop: 45,
    paddingBottom: 62,
    paddingHorizontal: 45,
  },
  mark: {
    position: "absolute",
    top: 380,
    left: 0,
    width: 595,
    textAlign: "center",
    fontSize: 96,
    fontWeight: 700,
    color: colors.mark,
    transform: "rotate(-35deg)",
  },
  head: {
    flexDirection: "row",
    justifyContent: "space-between",
    alignItems: "flex-start",
    paddingBottom: 9,
    borderBottomWidth: 1.2,
    borderBottomColor: colors.brand,
  },
  organization: { fontSize: 13, fontWeight: 700, color: colors.brand, lineHeight: 1.25 },
  brand: { flexDirection: "row", alignItems: "center", gap: 5 },
  brandName: { fontSize: 10, fontWeight: 700, color: colors.brand },
  kind: { marginTop: 18, fontSize: 8.5, fontWeight: 700, color: colors.ink2 },
  title: { marginTop: 3, fontSize: 19, fontWeight: 700, lineHeight: 1.2 },
  place: { marginTop: 5, color: colors.ink2 },
  small: { fontSize: 8, color: colors.ink2 },
  fact: { flexDirection: "row", paddingVertical: 2.5, borderBottomWidth: 0.5, borderBottomColor: colors.line },
  term: { width: "32%", paddingRight: 8, color: colors.ink2 },
  value: { width: "68%" },
  warning: { marginTop: 12, paddingLeft: 9, borderLeftWidth: 2, borderLeftColor: colors.warn },
  warningTitle: { fontWeight: 700, color: colors.warn },
  sectionTitle: { marginTop: 18, fontSize: 12, fontWeight: 700, color: colors.brand },
  hint: { marginTop: 1, fontSize: 8, color: colors.ink2 },
  lead: { fontWeight: 700 },
  paragraph: { marginTop: 5 },
  /** Room above, none below: a margin below that doesn't fit the page would take the whole part to the next. */
  part: { marginTop: 5 },
  bullet: { flexDirection: "row", gap: 6, marginTop: 2 },
  foot: {
    position: "absolute",
    left: 45,
    top: 792,
    width: 505,
    paddingTop: 5,
    borderTopWidth: 0.5,
    borderTopColor: colors.line,
    flexDirection: "row",
    justifyContent: "space-between",
    gap: 16,
    fontSize: 7.5,
    color: colors.ink2,
  },
  footText: { flex: 1 },
});

export const tableStyles = StyleSheet.create({
  head: {
    flexDirection: "row",
    paddingVertical: 3,
    borderBottomWidth: 0.9,
    borderBottomColor: colors.strong,
  },
  headCell: { fontSize: 8, fontWeight: 700, color: colors.ink2, paddingRight: 8 },
  row: { flexDirection: "row", paddingVertical: 3, borderBottomWidth: 0.5, borderBottomColor: colors.line },
  group: { backgroundColor: colors.sunken },
  cell: { paddingRight: 8 },
  right: { textAlign: "right", paddingRight: 0, paddingLeft: 6, fontFeatureSettings: ["tnum"] },
  strong: { fontWeight: 700 },
  /** The double rule of a ledger stands under the total. */
  total: { flexDirection: "row", paddingVertical: 3, borderTopWidth: 0.9, borderTopColor: colors.strong },
  double: { borderTopWidth: 0.9, borderBottomWidth: 0.9, borderColor: colors.strong, height: 3.2 },
});
