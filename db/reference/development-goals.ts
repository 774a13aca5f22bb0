type Pillar = "social" | "economy" | "environment" | "governance";

/** The 17 sustainable development goals (TPB) and the pillar under which Bappenas groups each. */
export const developmentGoals: readonly [number: number, pillar: Pillar, nameId: string, nameEn: string][] = [
  [1, "social", "Tanpa Kemiskinan", "No Poverty"],
  [2, "social", "Tanpa Kelaparan", "Zero Hunger"],
  [3, "social", "Kehidupan Sehat dan Sejahtera", "Good Health and Well-being"],
  [4, "social", "Pendidikan Berkualitas", "Quality Education"],
  [5, "social", "Kesetaraan Gender", "Gender Equality"],
  [6, "environment", "Air Bersih dan Sanitasi Layak", "Clean Water and Sanitation"],
  [7, "economy", "Energi Bersih dan Terjangkau", "Affordable and Clean Energy"],
  [8, "economy", "Pekerjaan Layak dan Pertumbuhan Ekonomi", "Decent Work and Economic Growth"],
  [9, "economy", "Industri, Inovasi dan Infrastruktur", "Industry, Innovation and Infrastructure"],
  [10, "economy", "Berkurangnya Kesenjangan", "Reduced Inequalities"],
  [11, "environment", "Kota dan Permukiman yang Berkelanjutan", "Sustainable Cities and Communities"],
  [12, "environment", "Konsumsi dan Produksi yang Bertanggung Jawab", "Responsible Consumption and Production"],
  [13, "environment", "Penanganan Perubahan Iklim", "Climate Action"],
  [14, "environment", "Ekosistem Lautan", "Life Below Water"],
  [15, "environment", "Ekosistem Daratan", "Life on Land"],
  [16, "governance", "Perdamaian, Keadilan dan Kelembagaan yang Tangguh", "Peace, Justice and Strong Institutions"],
  [17, "economy", "Kemitraan untuk Mencapai Tujuan", "Partnerships for the Goals"],
];
