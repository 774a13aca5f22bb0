type Item = { code: string; id: string; en: string };

/** What a practitioner looks at, by kind of task. Rules change: the list is data, and an item that is withdrawn keeps its old answers. */
export const checklists = {
  field_visit: [
    { code: "address", id: "Lembaga ada di alamat ini", en: "The organisation is at this address" },
    { code: "place", id: "Tempat dan ukurannya seperti tertulis", en: "The place and its measures are as written" },
    { code: "people", id: "Jumlah sasaran cocok, diambil acak", en: "The number of beneficiaries fits, by a random sample" },
    { code: "need", id: "Yang diminta memang belum dimiliki", en: "What is asked for is not there yet" },
    { code: "consent", id: "Sasaran tahu dan setuju", en: "The beneficiaries know and agree" },
  ],
  need_assessment: [
    { code: "answers", id: "Bantuan ini menjawab kebutuhan", en: "This help answers the need" },
    { code: "dosage", id: "Jumlah dan lamanya cukup", en: "Amount and duration suffice" },
    { code: "harm", id: "Tidak merugikan sasaran atau orang lain", en: "It does no harm to them or to others" },
    { code: "dignity", id: "Martabat dan kerahasiaan terjaga", en: "Dignity and confidentiality are kept" },
  ],
  regulation_review: [
    { code: "groups", id: "Sasaran termasuk PPKS yang diatur", en: "The groups are among the regulated PPKS" },
    { code: "fees", id: "Tidak ada honor pengurus di RAB", en: "No fees for officers in the budget" },
    { code: "land", id: "Tanah dan bangunan berizin pemiliknya", en: "Land and buildings have their owner's permission" },
    { code: "assets", id: "Serah terima aset jelas kepada siapa", en: "It is clear to whom assets are handed over" },
    { code: "collection", id: "Bukan pengumpulan uang dari masyarakat umum", en: "No collection of money from the public" },
    { code: "permits", id: "Izin yang diperlukan terlampir", en: "Required permits are attached" },
    { code: "pay", id: "Upah kerja sesuai ketentuan setempat", en: "Wages follow local rules" },
    { code: "data", id: "Data pribadi sasaran tidak tercantum", en: "No personal data of beneficiaries is included" },
  ],
  endorsement: [
    {
      code: "known",
      id: "Lembaga dikenal warga dan bekerja di desa ini",
      en: "Residents know the organisation and it works in this village",
    },
    { code: "discussed", id: "Usulan pernah dibicarakan dengan warga", en: "The proposal was discussed with residents" },
  ],
  second_reading: [
    { code: "sheet", id: "Setiap pemeriksaan punya bukti", en: "Every check has its evidence" },
    { code: "budget", id: "RAB sepadan dengan hasil yang dijanjikan", en: "The budget is in proportion to the promised results" },
    { code: "capacity", id: "Lembaga sanggup mengerjakannya", en: "The organisation is able to do it" },
  ],
  impact_assessment: [
    { code: "results", id: "Hasil seperti dilaporkan", en: "The results are as reported" },
    { code: "reached", id: "Sasaran yang dicapai sesuai", en: "The beneficiaries reached fit" },
    { code: "lasting", id: "Manfaatnya dapat bertahan", en: "The benefit can last" },
  ],
  arrival_confirmation: [
    { code: "arrived", id: "Bantuan tiba di tangan yang dituju", en: "The help arrived where it was meant to" },
    { code: "complete", id: "Jumlah dan mutunya sesuai", en: "Amount and quality are right" },
  ],
} as const satisfies Record<string, readonly Item[]>;
