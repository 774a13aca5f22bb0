import { classNames } from "./class-names";

/** Batik motifs, one for each PSKS element; Dunia Usaha has one motif in three colours. Each is a geometric abstraction. */
export const motifNames = [
  "lereng",
  "kawung",
  "truntum",
  "ceplok",
  "lattice",
  "sekar",
  "gringsing",
  "nitik",
  "poleng",
  "udan",
  "sisik",
  "tambal",
  "tambal-d",
  "tambal-s",
  "polos",
] as const;
export type MotifName = (typeof motifNames)[number];

const ofElement: { readonly [element: string]: MotifName } = {
  karang_taruna: "lereng",
  lks: "kawung",
  lk3: "truntum",
  wksbm: "ceplok",
  pioneer_family: "lattice",
  woman_leader: "sekar",
  disaster_cadet: "gringsing",
  community_social_worker: "nitik",
  tksk: "nitik",
  professional_social_worker: "poleng",
  functional_extension_officer: "udan",
  community_extension_worker: "sisik",
};
const ofCompany: { readonly [type: string]: MotifName } = { bumn: "tambal", bumd: "tambal-d", private: "tambal-s" };

/** The motif by which an organisation is known: its PSKS element, or for companies their kind. */
export function motifOf(organization: { kind?: string; element?: string | null; companyType?: string | null }): MotifName {
  if (organization.companyType) return ofCompany[organization.companyType] ?? "tambal-s";
  if (organization.element === "business") return "tambal-s";
  return ofElement[organization.element ?? ""] ?? "polos";
}

type MotifProps = { of: MotifName; size?: "s" | "m" | "xl" | "band"; className?: string | undefined };

/** A tile of cloth beside a name. It decorates: the element's name always stands in the text. */
export function Motif({ of, size = "m", className }: MotifProps) {
  return (
    <span
      className={classNames("motif", size === "s" && "s", size === "xl" && "w-22 h-22", size === "band" && "l", `m-${of}`, className)}
      aria-hidden="true"
    />
  );
}
