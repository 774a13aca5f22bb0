import type { Content } from "./content-page";

export const about: Content = {
  id: {
    title: "Tentang Sinergi",
    lead: "Sinergi mempertemukan dunia usaha yang menyalurkan dana CSR dengan lembaga sosial yang menjalankan program, dan membuka setiap rupiahnya.",
    sections: [
      {
        title: "Janji kami",
        text: [
          "Setiap rupiah bisa diikuti dari perusahaan yang menyetujuinya sampai rumah yang menerimanya, dan Anda tidak perlu percaya begitu saja. Buku besar terbuka, bisa diunduh, dan bisa dihitung ulang dengan perintah yang kami sediakan.",
        ],
      },
      {
        title: "Siapa yang ikut",
        text: ["Dua belas unsur Potensi dan Sumber Kesejahteraan Sosial (PSKS) ikut serta."],
        items: [
          "Lembaga pengusul: Karang Taruna, LKS, LK3, WKSBM, Keluarga Pioner, Tagana, dan Wanita Pemimpin Kesejahteraan Sosial.",
          "Pemeriksa: Pekerja Sosial Profesional, Penyuluh Sosial, dan Pekerja Sosial Masyarakat.",
          "Dunia Usaha: BUMN, BUMD, dan perusahaan swasta yang sudah diperiksa kedudukannya.",
        ],
      },
      {
        title: "Yang tidak kami lakukan",
        text: [
          "Sinergi bukan pengumpulan uang dari masyarakat. Hanya perusahaan yang sudah diperiksa yang memberi komitmen, dan selalu kepada satu program yang disebut namanya. Tidak ada dana campuran yang kami bagi sendiri.",
        ],
        links: [
          { href: "/cara-kerja", label: "Cara kerja" },
          { href: "/transparansi", label: "Buku terbuka" },
        ],
      },
    ],
  },
  en: {
    title: "About Sinergi",
    lead: "Sinergi brings companies with CSR funds together with community organisations that run programs, and opens every rupiah.",
    sections: [
      {
        title: "Our promise",
        text: [
          "Every rupiah can be followed from the company that approved it to the household it reached, and you need not take our word for it. The ledger is open, can be downloaded, and can be recomputed with a command that we provide.",
        ],
      },
      {
        title: "Who takes part",
        text: ["All twelve elements of Indonesia’s social-welfare actors (PSKS) take part."],
        items: [
          "Proposers: Karang Taruna, LKS, LK3, WKSBM, Keluarga Pioner, Tagana and Women Social Welfare Leaders.",
          "Verifiers: professional social workers, extension officers and community social workers.",
          "Business: state-owned, region-owned and private companies whose standing was checked.",
        ],
      },
      {
        title: "What we do not do",
        text: [
          "Sinergi is no public collection. Only verified companies pledge, and always to one named program. There is no pool of money that we divide.",
        ],
        links: [
          { href: "/cara-kerja", label: "How it works" },
          { href: "/transparansi", label: "Open ledger" },
        ],
      },
    ],
  },
};
