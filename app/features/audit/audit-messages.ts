import { defineMessages } from "~/kernel/messages";

export const auditMessages = defineMessages({
  id: {
    kind: "Hal",
    action: "Tindakan",
    person: "Orang",
    from: "Dari tanggal",
    to: "Sampai tanggal",
    all: "Semua",
    filter: "Terapkan",
    clear: "Hapus saringan",
    csv: "CSV dengan sidik",
    when: "Kapan",
    who: "Siapa",
    what: "Apa",
    about: "Tentang",
    system: "Sistem",
    desk: "Meja Sinergi",
    other: "Orang lain",
    empty: "Tidak ada catatan yang cocok.",
    activity: {
      title: "Catatan kegiatan",
      lead: (organization: string) =>
        `Yang dikerjakan atas nama ${organization}, dan yang dikerjakan orang lain terhadapnya. Tidak bisa diubah atau dihapus.`,
    },
  },
  en: {
    kind: "Subject",
    action: "Action",
    person: "Person",
    from: "From day",
    to: "To day",
    all: "All",
    filter: "Apply",
    clear: "Clear filters",
    csv: "CSV with fingerprint",
    when: "When",
    who: "Who",
    what: "What",
    about: "About",
    system: "The system",
    desk: "The Sinergi desk",
    other: "Somebody else",
    empty: "No line matches.",
    activity: {
      title: "Activity log",
      lead: (organization: string) =>
        `What was done in the name of ${organization}, and what others did about it. It can't be changed or deleted.`,
    },
  },
});
