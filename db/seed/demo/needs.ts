/** One need of the demo: where, whose, and every count of it. Days count back from the day of seeding. */
export type DemoNeed = {
  key: string;
  psm: "psm.jati" | "psm.sambong";
  areaCode: string;
  group: string;
  about: string;
  urgency: "urgent" | "soon" | "planned";
  since: number;
  counts: readonly DemoCount[];
  closed?: { day: number; note: string };
};
type DemoCount = { day: number; people: number; households?: number; men?: number; why?: string };

const again = "Dihitung lagi bersama kader posyandu.";

function need(
  key: string,
  area: string,
  group: string,
  about: string,
  counts: DemoNeed["counts"],
  more: Partial<Pick<DemoNeed, "urgency" | "since" | "closed">> = {},
): DemoNeed {
  const psm = /^0[12]/.test(area) ? "psm.jati" : "psm.sambong";
  const areaCode = area === "" ? "33.16" : `33.16.${area}`;
  return { key, psm, areaCode, group, about, urgency: more.urgency ?? "soon", since: more.since ?? -400, counts, ...more };
}

const jati: readonly DemoNeed[] = [
  need("bangkleyan-lansia", "01.2001", "neglected_elderly", "tinggal sendiri", [{ day: -20, people: 9, men: 3 }]),
  need("bangkleyan-difabel", "01.2001", "person_with_disability", "tanpa alat bantu", [{ day: -20, people: 9, men: 5 }]),
  need("gempol", "01.2002", "poor", "buruh tani musiman", [{ day: -18, people: 9, households: 3 }]),
  need("kepoh", "01.2003", "neglected_elderly", "tinggal sendiri", [{ day: -230, people: 6 }], {
    closed: { day: -60, note: "Keenamnya sekarang dirawat keluarga dan dikunjungi posyandu lansia." },
  }),
  need("pelem", "01.2004", "neglected_elderly", "tinggal sendiri", [{ day: -21, people: 41, men: 15 }], { urgency: "urgent" }),
  need(
    "jegong",
    "01.2005",
    "neglected_child",
    "5–14 tahun",
    [
      { day: -224, people: 49, men: 27, households: 31 },
      { day: -44, people: 52, men: 29, households: 33, why: "Tiga anak kembali setelah orang tua pulang dari Surabaya." },
    ],
    { urgency: "urgent", since: -700 },
  ),
  need("jati", "01.2006", "poor", "janda tanpa lahan", [{ day: -228, people: 7 }], {
    closed: { day: -75, note: "Semua sudah masuk bantuan desa dan menerima tiap bulan." },
  }),
  need("singget", "01.2007", "neglected_child", "5–14 tahun", [
    { day: -222, people: 31, men: 16 },
    { day: -43, people: 31, men: 16, why: again },
  ]),
  need("gabusan", "01.2008", "person_with_disability", "sebagian masih anak", [{ day: -15, people: 22, men: 12 }]),
  need("doplang", "01.2009", "poor", "rumah tanpa air bersih", [{ day: -22, people: 200, households: 63 }], { urgency: "urgent" }),
  need("randulawang", "01.2010", "vulnerable_woman", "kepala keluarga", [{ day: -19, people: 17, men: 0 }]),
  need("pengkoljagong", "01.2012", "neglected_elderly", "tinggal sendiri", [{ day: -226, people: 5 }], {
    closed: { day: -70, note: "Pindah ke rumah anaknya di desa lain." },
  }),
];

const randublatung: readonly DemoNeed[] = [
  need("keluarga-randublatung", "02.1005", "family_in_distress", "pertengkaran berulang", [{ day: -100, people: 160, households: 45 }]),
  need("keluarga-wulung", "02.1011", "family_in_distress", "pertengkaran berulang", [{ day: -98, people: 150, households: 42 }]),
  need("keluarga-pilang", "02.2006", "family_in_distress", "pertengkaran berulang", [{ day: -97, people: 120, households: 34 }]),
  need("keluarga-kutukan", "02.2009", "family_in_distress", "pertengkaran berulang", [{ day: -96, people: 100, households: 29 }]),
  need("temulus", "02.2007", "vulnerable_woman", "kepala keluarga, buruh tani", [{ day: -40, people: 58, men: 0 }]),
  need("tanggel", "02.2016", "poor", "rumah tidak layak", [{ day: -195, people: 100, households: 31 }]),
];

const east: readonly DemoNeed[] = [
  need("nginggil", "03.2004", "natural_disaster_victim", "tepi Bengawan Solo", floodCounts(520), { urgency: "urgent", since: -720 }),
  need("megeri", "03.2001", "natural_disaster_victim", "tepi Bengawan Solo", floodCounts(460), { urgency: "urgent", since: -720 }),
  need("nglebak", "03.2002", "natural_disaster_victim", "tepi Bengawan Solo", floodCounts(380), { urgency: "urgent", since: -720 }),
  need("mendenrejo", "03.2006", "poor", "buruh tani musiman", [{ day: -50, people: 250, households: 74 }]),
  need("bajo", "04.2012", "poor", "dukuh kering", [
    { day: -240, people: 780, households: 221 },
    { day: -62, people: 800, households: 226, why: "Dua dukuh kecil ikut dihitung." },
  ]),
  need("panolan", "04.2004", "neglected_elderly", "tinggal sendiri", [{ day: -61, people: 96, men: 34 }]),
  need("ngraho", "04.2015", "poor", "buruh tani musiman", [{ day: -60, people: 138, households: 41 }]),
  need("ngelo", "05.1015", "neglected_elderly", "tinggal sendiri atau berdua", [
    { day: -160, people: 118, men: 43 },
    { day: -30, people: 120, men: 44, why: again },
  ]),
  need("cepu", "05.1014", "person_with_disability", "netra, usia sekolah", [
    { day: -230, people: 92, men: 50 },
    { day: -33, people: 92, men: 50, why: again },
  ]),
  need("balun", "05.1013", "scavenger", "sekitar tempat pembuangan", [{ day: -48, people: 70, households: 22 }]),
  need("ngroto", "05.1017", "poor", "pekerja harian", [{ day: -47, people: 130, households: 39 }]),
  need("sambongrejo", "06.2002", "poor", "pemuda putus sekolah", [
    { day: -200, people: 57, men: 41 },
    { day: -28, people: 60, men: 43, why: "Tiga pemuda pulang setelah kontrak kerjanya habis." },
  ]),
  need("ledok", "06.2009", "poor", "penambang tradisional", [{ day: -27, people: 118, households: 36 }]),
  need("giyanti", "06.2010", "neglected_elderly", "tinggal sendiri", [{ day: -197, people: 75, men: 27 }]),
  need("gagakan", "06.2006", "person_with_disability", "tanpa alat bantu", [{ day: -26, people: 65, men: 36 }]),
];

function floodCounts(people: number): DemoNeed["counts"] {
  return [
    { day: -272, people },
    { day: -65, people, why: "Dihitung lagi sesudah musim kemarau, sebelum hujan." },
  ];
}

/** Sensitive groups: for the whole regency, without a village. */
const sensitive: readonly DemoNeed[] = [
  need("napza", "", "drug_victim", "", [{ day: -90, people: 38 }]),
  need("anak-hukum", "", "child_in_conflict_with_law", "", [{ day: -85, people: 11 }]),
  need("perdagangan", "", "trafficking_victim", "", [{ day: -80, people: 3 }], { urgency: "urgent" }),
];

export const needs: readonly DemoNeed[] = [...jati, ...randublatung, ...east, ...sensitive];
