import type { Content } from "./content-page";

export const terms: Content = {
  id: {
    title: "Syarat pemakaian",
    lead: "Aturan singkat bagi semua yang memakai Sinergi.",
    sections: [
      {
        title: "Membaca",
        text: [
          "Semua halaman terbuka boleh dibaca, dikutip, dan dibagikan tanpa akun. Data unduhan berlisensi CC BY 4.0: sebut sumbernya.",
        ],
      },
      {
        title: "Mengusulkan dan memberi komitmen",
        text: [],
        items: [
          "Isian harus benar. Dokumen palsu mengakhiri keikutsertaan.",
          "Komitmen adalah janji tertulis perusahaan kepada satu program. Komitmen baru menjadi uang setelah transfernya cocok dengan mutasi bank, atau dibayar dengan kartu.",
          "Dana hanya dipakai menurut anggaran yang terbit, dan dipertanggungjawabkan dengan nota.",
        ],
      },
      {
        title: "Rekening penampung",
        text: [
          "Dana program disimpan terpisah menurut program di buku besar. Dana disalurkan bertahap, hanya ke rekening penerima yang sudah diperiksa.",
        ],
      },
      {
        title: "Perubahan",
        text: ["Catatan yang sudah masuk buku besar tidak diubah atau dihapus, juga oleh kami. Kekeliruan diperbaiki dengan catatan baru."],
      },
    ],
  },
  en: {
    title: "Terms of use",
    lead: "Short rules for everyone who uses Sinergi.",
    sections: [
      {
        title: "Reading",
        text: ["Every open page may be read, quoted and shared without an account. Downloads are licensed CC BY 4.0: name the source."],
      },
      {
        title: "Proposing and pledging",
        text: [],
        items: [
          "What you enter must be true. Forged documents end participation.",
          "A pledge is a company’s written promise to one program. It becomes money when its transfer matches a bank line, or when it is paid by card.",
          "Funds are used only as the published budget says, and accounted for with receipts.",
        ],
      },
      {
        title: "Escrow account",
        text: ["The ledger keeps each program’s funds apart. They are released in steps, only to a verified payee account."],
      },
      {
        title: "Changes",
        text: ["Entries in the ledger are never changed or removed, not by us either. A mistake is corrected by a new entry."],
      },
    ],
  },
};
