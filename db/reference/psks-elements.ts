type Kind = "person" | "unit" | "organization" | "family" | "network" | "company";

export type Document = {
  code: string;
  id: string;
  en: string;
  hintId: string;
  hintEn: string;
  required: boolean;
  expires: boolean;
  /** Only for organisations of this legal form. */
  form: LegalForm | null;
  /** Its number is an identity number: checked for form, encrypted, masked. */
  identifier: "nik" | "kk" | "npwp" | "nib" | null;
  /** The dates of the document are the term of the officers, who serve at most so many years. */
  termYears: number | null;
};

type LegalForm = "incorporated" | "unincorporated";
type Options = { optional?: boolean } & Partial<Pick<Document, "expires" | "form" | "identifier" | "termYears">>;

export type Element = {
  code:
    | "professional_social_worker"
    | "functional_extension_officer"
    | "community_extension_worker"
    | "community_social_worker"
    | "disaster_cadet"
    | "karang_taruna"
    | "pioneer_family"
    | "lk3"
    | "lks"
    | "wksbm"
    | "woman_leader"
    | "business"
    | "tksk";
  kind: Kind;
  id: string;
  en: string;
  /** Codes of `regulations`, the weightiest first. */
  basis: readonly string[];
  proposes: boolean;
  verifies: boolean;
  documents: readonly Document[];
};

function document(
  code: string,
  id: string,
  en: string,
  hintId: string,
  hintEn: string,
  { optional, expires = false, form = null, identifier = null, termYears = null }: Options = {},
): Document {
  return { code, id, en, hintId, hintEn, required: !optional, expires, form, identifier, termYears };
}

const chairIdentity = document(
  "identity",
  "KTP ketua",
  "Identity card of the chair",
  "Nomor induk kependudukan, 16 angka",
  "National identity number, 16 digits",
  { identifier: "nik" },
);
const personIdentity = document(
  "identity",
  "KTP",
  "Identity card",
  "Nomor induk kependudukan, 16 angka",
  "National identity number, 16 digits",
  { identifier: "nik" },
);
const taxNumber = document("npwp", "NPWP lembaga", "Tax number of the organisation", "16 angka", "16 digits", {
  optional: true,
  identifier: "npwp",
});
const villageLetter = document(
  "village_letter",
  "Surat keterangan kepala desa",
  "Letter of the village head",
  "Menyebut nama, alamat, dan peran",
  "States name, address and role",
  { expires: true },
);

/** The twelve PSKS elements and TKSK (an extra verifier), each with the ladder of documents that proves its standing. */
export const psksElements: readonly Element[] = [
  {
    code: "professional_social_worker",
    kind: "person",
    id: "Pekerja Sosial Profesional",
    en: "Professional Social Worker",
    basis: ["uu-14-2019", "permensos-17-2020"],
    proposes: false,
    verifies: true,
    documents: [
      document("competence", "Sertifikat kompetensi", "Certificate of competence", "Nomor pada sertifikat", "Number on the certificate"),
      document(
        "str",
        "Surat tanda registrasi (STR)",
        "Registration (STR)",
        "Diterbitkan organisasi profesi",
        "Issued by the professional body",
        { expires: true },
      ),
      document(
        "sipps",
        "Surat izin praktik (SIPPS)",
        "Practice licence (SIPPS)",
        "Diterbitkan pemerintah daerah",
        "Issued by the local government",
        { expires: true },
      ),
      personIdentity,
    ],
  },
  {
    code: "functional_extension_officer",
    kind: "person",
    id: "Penyuluh Sosial Fungsional",
    en: "Functional Social Extension Officer",
    basis: ["permensos-8-2012"],
    proposes: false,
    verifies: true,
    documents: [
      document("appointment", "SK jabatan fungsional", "Decree of the functional post", "Menyebut NIP", "States the civil service number"),
      personIdentity,
    ],
  },
  {
    code: "community_extension_worker",
    kind: "person",
    id: "Penyuluh Sosial Masyarakat",
    en: "Community Social Extension Worker",
    basis: ["permensos-8-2012"],
    proposes: false,
    verifies: true,
    documents: [
      document(
        "assignment",
        "SK atau surat tugas Dinas Sosial",
        "Decree or assignment of the social agency",
        "Nomor surat",
        "Number of the letter",
        { expires: true },
      ),
      personIdentity,
    ],
  },
  {
    code: "community_social_worker",
    kind: "person",
    id: "Pekerja Sosial Masyarakat (PSM)",
    en: "Community Social Worker (PSM)",
    basis: ["permensos-10-2019"],
    proposes: false,
    verifies: true,
    documents: [
      document("decree", "SK Dinas Sosial", "Decree of the social agency", "Nomor SK", "Number of the decree", { expires: true }),
      personIdentity,
    ],
  },
  {
    code: "disaster_cadet",
    kind: "unit",
    id: "Tagana",
    en: "Tagana (Disaster Preparedness Cadets)",
    basis: ["permensos-28-2012", "permensos-29-2012"],
    proposes: true,
    verifies: true,
    documents: [
      document(
        "member_number",
        "Nomor induk anggota Tagana",
        "Tagana member number",
        "Dari Kementerian Sosial",
        "From the social ministry",
      ),
      document(
        "unit_assignment",
        "Surat tugas posko",
        "Assignment of the post",
        "Diterbitkan Dinas Sosial",
        "Issued by the social agency",
        { expires: true },
      ),
      chairIdentity,
    ],
  },
  {
    code: "karang_taruna",
    kind: "organization",
    id: "Karang Taruna",
    en: "Karang Taruna (Youth Organisation)",
    basis: ["permensos-25-2019", "permendagri-18-2018"],
    proposes: true,
    verifies: false,
    documents: [
      document(
        "village_decree",
        "SK kepala desa tentang pengurus",
        "Village decree on the officers",
        "Masa bakti pengurus lima tahun",
        "Officers serve five years",
        { expires: true, termYears: 5 },
      ),
      chairIdentity,
      taxNumber,
    ],
  },
  {
    code: "pioneer_family",
    kind: "family",
    id: "Keluarga Pioner",
    en: "Pioneer Family",
    basis: ["permensos-8-2012"],
    proposes: true,
    verifies: false,
    documents: [
      document("family_card", "Kartu keluarga", "Family card", "Nomor KK, 16 angka", "Family card number, 16 digits", { identifier: "kk" }),
      villageLetter,
      document(
        "sponsor_letter",
        "Surat kesediaan penampung dana",
        "Consent of the fiscal sponsor",
        "LKS, LK3, atau Karang Taruna",
        "LKS, LK3 or Karang Taruna",
        { expires: true },
      ),
    ],
  },
  {
    code: "lk3",
    kind: "organization",
    id: "LK3",
    en: "LK3 (Family Welfare Counselling Institution)",
    basis: ["permensos-25-2017"],
    proposes: true,
    verifies: false,
    documents: [
      document(
        "formation",
        "SK pembentukan LK3",
        "Decree of formation",
        "Dari Dinas Sosial atau bupati",
        "From the social agency or the regent",
        { expires: true },
      ),
      chairIdentity,
      taxNumber,
    ],
  },
  {
    code: "lks",
    kind: "organization",
    id: "LKS",
    en: "LKS (Social Welfare Institution)",
    basis: ["permensos-5-2024", "uu-11-2009"],
    proposes: true,
    verifies: false,
    documents: [
      document("registration", "Tanda daftar LKS", "Registration as LKS", "Dari Dinas Sosial", "From the social agency", { expires: true }),
      document("deed", "Akta pendirian notaris", "Notarial deed of founding", "Nomor akta dan nama notaris", "Number and notary", {
        form: "incorporated",
      }),
      document("legal_entity", "SK Kemenkum", "Decree of the legal entity", "Yayasan atau perkumpulan", "Foundation or association", {
        form: "incorporated",
      }),
      document("npwp", "NPWP lembaga", "Tax number of the organisation", "16 angka", "16 digits", {
        form: "incorporated",
        identifier: "npwp",
      }),
      document(
        "founding_note",
        "Nota pendirian yang disahkan",
        "Note of founding, legalised",
        "Disahkan lurah, kepala desa, atau camat",
        "Legalised by the village or the district head",
        { form: "unincorporated" },
      ),
      document("statutes", "Anggaran dasar dan rumah tangga", "Statutes", "Tanggal ditetapkan", "The day they were adopted"),
      document("domicile", "Surat keterangan domisili", "Letter of domicile", "Dari desa atau kelurahan", "From the village", {
        expires: true,
      }),
      document("accreditation", "Sertifikat akreditasi", "Accreditation", "Dari badan akreditasi", "From the accreditation body", {
        optional: true,
        expires: true,
      }),
      chairIdentity,
    ],
  },
  {
    code: "wksbm",
    kind: "network",
    id: "WKSBM",
    en: "WKSBM (Community-based Welfare Network)",
    basis: ["kepmensos-42-2004"],
    proposes: true,
    verifies: false,
    documents: [
      document(
        "village_legalisation",
        "Pengesahan lurah atau kepala desa",
        "Legalisation by the village",
        "Nomor pengesahan",
        "Number of the legalisation",
        { expires: true },
      ),
      document("member_groups", "Daftar kelompok anggota", "List of member groups", "Nama kelompok dan dukuh", "Groups and hamlets"),
      chairIdentity,
    ],
  },
  {
    code: "woman_leader",
    kind: "person",
    id: "Wanita Pemimpin Kesejahteraan Sosial",
    en: "Woman Social Welfare Leader",
    basis: ["permensos-8-2012"],
    proposes: true,
    verifies: false,
    documents: [villageLetter, personIdentity],
  },
  {
    code: "business",
    kind: "company",
    id: "Dunia Usaha",
    en: "Business",
    basis: ["permensos-8-2012", "uu-40-2007"],
    proposes: false,
    verifies: false,
    documents: [
      document("nib", "NIB", "Business number (NIB)", "13 angka", "13 digits", { identifier: "nib" }),
      document("company_npwp", "NPWP perusahaan", "Tax number of the company", "16 angka", "16 digits", { identifier: "npwp" }),
      document("deed", "Akta pendirian", "Deed of founding", "Nomor akta dan notaris", "Number and notary"),
      document(
        "power_of_attorney",
        "Surat kuasa penanda tangan",
        "Power of attorney of the signer",
        "Siapa yang boleh menyetujui komitmen",
        "Who may approve pledges",
        { expires: true },
      ),
    ],
  },
  {
    code: "tksk",
    kind: "person",
    id: "TKSK",
    en: "TKSK (District Social Welfare Officer)",
    basis: ["permensos-24-2013"],
    proposes: false,
    verifies: true,
    documents: [document("decree", "SK TKSK", "Decree as TKSK", "Nomor SK", "Number of the decree", { expires: true }), personIdentity],
  },
];
