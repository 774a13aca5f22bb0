/** A regulation as the field names it. Names change and are replaced; that is data, never code. Years are those of its number. */
export type Regulation = {
  code: string;
  name: string;
  aboutId: string;
  aboutEn: string;
  since: number;
  replaced?: { until: number; by: string };
  amendedBy?: string;
};

function regulation(
  code: string,
  name: string,
  since: number,
  [aboutId, aboutEn]: readonly [string, string],
  change: Pick<Regulation, "replaced" | "amendedBy"> = {},
): Regulation {
  return { code, name, since, aboutId, aboutEn, ...change };
}

const lks = ["Lembaga Kesejahteraan Sosial", "Social welfare institutions"] as const;
const lk3 = ["Lembaga Konsultasi Kesejahteraan Keluarga", "Family welfare counselling institutions"] as const;
const youth = ["Karang Taruna", "Youth organisations"] as const;
const cadets = ["Taruna Siaga Bencana", "Disaster preparedness cadets"] as const;

export const regulations: readonly Regulation[] = [
  regulation("uu-11-2009", "UU 11/2009", 2009, ["Kesejahteraan sosial", "Social welfare"]),
  regulation("uu-40-2007", "UU 40/2007", 2007, [
    "Perseroan terbatas, pasal 74 tentang TJSL",
    "Companies, article 74 on social responsibility",
  ]),
  regulation("uu-14-2019", "UU 14/2019", 2019, ["Pekerja sosial", "Social workers"]),
  regulation("kepmensos-42-2004", "Kepmensos 42/HUK/2004", 2004, ["WKSBM", "Community-based welfare networks"]),
  regulation("permensos-8-2012", "Permensos 8/2012", 2012, [
    "Pendataan PPKS dan PSKS",
    "Recording of groups in need and welfare potential",
  ]),
  regulation("permensos-28-2012", "Permensos 28/2012", 2012, cadets),
  regulation("permensos-29-2012", "Permensos 29/2012", 2012, cadets),
  regulation("permensos-24-2013", "Permensos 24/2013", 2013, ["Tenaga Kesejahteraan Sosial Kecamatan", "District welfare officers"]),
  regulation("permendagri-18-2018", "Permendagri 18/2018", 2018, ["Lembaga kemasyarakatan desa", "Village community institutions"]),
  regulation("permensos-10-2019", "Permensos 10/2019", 2019, ["Pekerja Sosial Masyarakat", "Community social workers"]),
  regulation("permensos-17-2020", "Permensos 17/2020", 2020, [
    "Registrasi dan izin praktik pekerja sosial",
    "Registration and practice of social workers",
  ]),
  regulation("permensos-25-2019", "Permensos 25/2019", 2019, youth, { amendedBy: "permensos-9-2025" }),
  regulation("permensos-9-2025", "Permensos 9/2025", 2025, youth),
  regulation("permensos-25-2017", "Permensos 25/2017", 2017, lk3),
  regulation("permensos-16-2013", "Permensos 16/2013", 2013, lk3, { replaced: { until: 2017, by: "permensos-25-2017" } }),
  regulation("permensos-5-2024", "Permensos 5/2024", 2024, lks),
  regulation("permensos-184-2011", "Permensos 184/2011", 2011, lks, { replaced: { until: 2024, by: "permensos-5-2024" } }),
  regulation("permensos-22-2016", "Permensos 22/2016", 2016, lks, { replaced: { until: 2024, by: "permensos-5-2024" } }),
  regulation("pmk-131-2024", "PMK 131/2024", 2024, ["PPN dengan dasar pengenaan nilai lain 11/12", "VAT on 11/12 of the price"]),
  regulation("pmk-168-2023", "PMK 168/2023", 2023, ["Pemotongan PPh pasal 21", "Withholding of income tax article 21"]),
  regulation("pmk-34-2017", "PMK 34/PMK.010/2017", 2017, ["Pemungutan PPh pasal 22", "Collection of income tax article 22"]),
  regulation("pmk-141-2015", "PMK 141/PMK.03/2015", 2015, ["Jenis jasa lain PPh pasal 23", "Services under income tax article 23"]),
  regulation("pp-34-2017", "PP 34/2017", 2017, ["PPh atas persewaan tanah dan bangunan", "Income tax on rent of land and buildings"]),
  regulation("pp-9-2022", "PP 9/2022", 2022, ["PPh atas usaha jasa konstruksi", "Income tax on construction services"]),
  regulation("pp-55-2022", "PP 55/2022", 2022, [
    "Penyesuaian PPh, usaha peredaran bruto tertentu",
    "Income tax of enterprises with small turnover",
  ]),
];
