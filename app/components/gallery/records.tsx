import { Badge, StatusBadge } from "../badge";
import { ButtonLink } from "../button";
import { DescriptionList } from "../description-list";
import { DocumentList, UploadList } from "../document-list";
import { Money } from "../money";
import { Pagination } from "../pagination";
import { Photo } from "../photo";
import { QueueList, RecordList, TodoList } from "../record-list";
import { SignatureBoxes, TerminList, Timeline, Verifications } from "../timeline";
import { Pair } from "./pair";

export function Records() {
  return (
    <>
      <Pair id="daftar" title="Daftar" hint="Apa, keterangan, keadaan.">
        {({ suffix }) => (
          <>
            <RecordList
              items={[
                {
                  key: "1",
                  to: "#daftar",
                  title: "Bengkel servis motor",
                  meta: "Karang Taruna Tunas Sambong",
                  motif: "lereng",
                  side: <Badge>Draf</Badge>,
                },
                {
                  key: "2",
                  to: "#daftar",
                  title: "Sumur dalam",
                  meta: "WKSBM Rukun Kedungtuban",
                  motif: "ceplok",
                  side: <StatusBadge tone="ok">Terbit</StatusBadge>,
                },
              ]}
            />
            <TodoList
              items={[
                {
                  key: "1",
                  day: "2026-12-03",
                  title: "Laporan Termin 2",
                  note: "Rp 18,9 jt dari Rp 62,5 jt sudah bernota.",
                  to: "#daftar",
                  action: "Lanjutkan",
                },
                {
                  key: "2",
                  day: "2026-12-08",
                  title: "Termin 3 sumur dalam",
                  note: "Menunggu keputusan.",
                  side: <Badge icon="clock">14 hari lagi</Badge>,
                },
              ]}
            />
            <QueueList
              label={`Antrean ${suffix}`}
              items={[
                { group: { key: "g", title: "Perlu tindakan", aside: "2 · Rp 159 jt" } },
                {
                  key: "1",
                  href: "#daftar",
                  title: "Termin 3 sumur dalam",
                  amount: "105.000.000",
                  sub: "WKSBM Rukun Kedungtuban",
                  note: "Rencana 8 Des",
                  badge: <StatusBadge tone="info">tanda tangan 1 dari 2</StatusBadge>,
                  current: true,
                },
                {
                  key: "2",
                  href: "#daftar",
                  title: "Termin 3 mesin Braille",
                  amount: "54.000.000",
                  sub: "LKS Bina Netra Cepu",
                  note: "Rencana 10 Des",
                  badge: <Badge>belum disiapkan</Badge>,
                },
              ]}
            />
            <Pagination previous={null} next="#daftar" label={`Halaman ${suffix}`} />
          </>
        )}
      </Pair>
      <Pair id="urutan" title="Urutan dan tanda tangan" hint="Apa yang sudah, sedang, dan akan terjadi.">
        {() => (
          <>
            <Timeline
              items={[
                { key: "1", state: "done", title: "Disiapkan", side: "09.06", text: "Petugas penyaluran 1" },
                { key: "2", state: "now", title: "Disetujui", side: <Badge tone="info">Anda</Badge>, text: "Petugas penyaluran 2" },
                { key: "3", state: "todo", title: "Dikirim bank", text: "Berkas bank, lalu mutasi" },
              ]}
            />
            <TerminList
              items={[
                { key: "1", level: 4, title: "Termin 1: alat dan ruang", amount: 75_000_000n, text: "Seluruhnya berbukti." },
                { key: "2", level: 3, title: "Termin 2: pelatihan", amount: 62_500_000n, text: "Laporan jatuh tempo 3 Des 2026." },
                {
                  key: "3",
                  level: 0,
                  title: "Termin 3",
                  amount: 75_000_000n,
                  text: "Cair setelah laporan Termin 2 disetujui.",
                  todo: true,
                },
              ]}
            />
            <SignatureBoxes
              items={[
                { key: "1", action: "Disiapkan", who: "Petugas penyaluran 1", when: "24 Nov 2026, 09.06" },
                { key: "2", action: "menunggu Anda", who: "Petugas penyaluran 2", note: "Tidak ikut menyiapkan", waiting: true },
              ]}
            />
            <Verifications
              items={[
                { key: "1", title: "Legalitas lembaga", text: "SK kepala desa 14/2024, diperiksa 22 Mei 2026.", done: true },
                { key: "2", title: "Kunjungan lapangan", text: "Direncanakan 28 Mei 2026.", done: false },
              ]}
            />
          </>
        )}
      </Pair>
      <Pair id="dokumen" title="Dokumen dan foto" hint="Foto dimuat hanya bila diminta.">
        {() => (
          <>
            <DescriptionList
              items={[
                { term: "Mitra", value: "3 perusahaan" },
                { term: "Ditutup", value: "31 Des 2026" },
                { term: "Jumlah", value: <Money amount={60_000_000n} /> },
              ]}
            />
            <DocumentList items={[{ href: "#dokumen", name: "Proposal lengkap", meta: "PDF · 640 KB" }]} />
            <UploadList
              items={[
                {
                  name: "Nota instruktur",
                  note: "96 KB",
                  icon: "img",
                  badge: <StatusBadge tone="ok">Diperiksa</StatusBadge>,
                  actions: (
                    <ButtonLink to="#dokumen" kind="quiet">
                      Ganti
                    </ButtonLink>
                  ),
                },
              ]}
            />
            <Photo src="/icon-512.png" alt="Tanda Sinergi" kilobytes={1} motif="gringsing" caption="Gudang siaga selesai." />
          </>
        )}
      </Pair>
    </>
  );
}
