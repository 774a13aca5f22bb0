import type { Content } from "./content-page";

export const concern: Content = {
  id: {
    title: "Laporkan kekhawatiran",
    lead: "Melihat sesuatu yang tidak sesuai pada sebuah program? Beri tahu kami, juga bila Anda tidak yakin.",
    sections: [
      {
        title: "Caranya",
        text: [
          "Bila Anda punya akun, balas surel mana pun dari Sinergi. Bila tidak, sampaikan kepada Pekerja Sosial Masyarakat atau TKSK di kecamatan Anda dan sebut kode programnya. Kanal laporan tanpa akun sedang disiapkan.",
        ],
        items: [
          "Sebut kode program, misalnya yang tertulis di panel halaman program.",
          "Tulis apa yang Anda lihat, di mana, dan kapan.",
          "Jangan sertakan data pribadi orang lain.",
        ],
      },
      {
        title: "Yang kami lakukan",
        text: [
          "Kekhawatiran diperiksa orang yang tidak terikat dengan lembaga itu. Selama pemeriksaan, program dapat dihentikan sementara sehingga tidak ada dana yang keluar. Pelapor tidak pernah disebut.",
        ],
      },
    ],
  },
  en: {
    title: "Report a concern",
    lead: "Have you seen something wrong with a program? Tell us, also when you are not sure.",
    sections: [
      {
        title: "How",
        text: [
          "If you have an account, reply to any email from Sinergi. If not, tell the community social worker (PSM) or TKSK of your district and name the program code. A channel without an account is being prepared.",
        ],
        items: [
          "Name the program code, which stands in the panel of the program page.",
          "Write what you saw, where and when.",
          "Leave out personal data of others.",
        ],
      },
      {
        title: "What we do",
        text: [
          "A concern is looked into by someone without ties to the organisation. Meanwhile the program can be suspended, so that no money leaves. Who reported is never named.",
        ],
      },
    ],
  },
};
