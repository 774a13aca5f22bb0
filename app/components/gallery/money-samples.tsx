import { AccountLine } from "../account-line";
import { AlurDana, type Flow } from "../alur-dana";
import { StatusBadge } from "../badge";
import { BarChart, LineChart, MiniBar } from "../charts";
import { HashChain } from "../hash-chain";
import { Money, MoneyShort, Share } from "../money";
import { ProgramCard } from "../program-card";
import { EquationBar, ProofBar } from "../proof-bar";
import { ReferenceBox } from "../reference-box";
import { Table } from "../table";
import { Pair } from "./pair";

const million = 1_000_000n;
const flow = (target: bigint, committed: bigint, received: bigint, disbursed: bigint, accounted: bigint): Flow => ({
  target: target * million,
  committed: committed * million,
  received: received * million,
  disbursed: disbursed * million,
  accounted: accounted * million,
});

const running: Flow = {
  target: 250n * million,
  committed: 190n * million,
  received: 150n * million,
  disbursed: 137_500_000n,
  accounted: 93_900_000n,
};
const states: readonly { name: string; note: string; flow: Flow; preview?: bigint }[] = [
  { name: "Belum ada komitmen", note: "Garis dasar putus-putus di antara dua tiang.", flow: flow(150n, 0n, 0n, 0n, 0n) },
  { name: "Hanya komitmen", note: "Arsiran: janji, belum ada uang.", flow: flow(120n, 45n, 0n, 0n, 0n) },
  { name: "Berjalan", note: "Empat tingkat, makin tinggi makin terbukti.", flow: running },
  { name: "Terdanai penuh", note: "Tiang target tertutup.", flow: flow(180n, 180n, 180n, 126n, 108n) },
  { name: "Selesai", note: "Satu balok pekat setinggi penuh.", flow: flow(340n, 340n, 340n, 340n, 340n) },
  { name: "Melebihi target", note: "Skala mengikuti komitmen, tiang target pindah ke dalam.", flow: flow(100n, 118n, 100n, 40n, 25n) },
  { name: "Pratinjau", note: "Garis cokelat putus-putus, hanya di alur komitmen.", flow: running, preview: 39n * million },
  { name: "Sangat sedikit", note: "Tetap terlihat, tepi kiri tidak hilang.", flow: flow(5000n, 12n, 8n, 3n, 1n) },
];

export function MoneySamples() {
  return (
    <>
      <Pair id="alur" title="Alur Dana" hint="Lebar adalah rupiah, tinggi adalah tingkat bukti.">
        {({ hatch }) => (
          <>
            <AlurDana flow={running} axis height={200} hatch={hatch} />
            {states.map((state) => (
              <div key={state.name}>
                <p className="small">
                  <b>{state.name}.</b> <span className="muted">{state.note}</span>
                </p>
                <AlurDana flow={state.flow} size="card" preview={state.preview} hatch={hatch} className="mt-2" />
              </div>
            ))}
            <AlurDana flow={flow(340n, 340n, 340n, 340n, 340n)} hatch={hatch} />
          </>
        )}
      </Pair>
      <Pair id="kartu" title="Kartu" hint="Satu kartu, satu tautan.">
        {() => (
          <ProgramCard
            to="#kartu"
            title="Bengkel servis motor untuk 24 pemuda putus sekolah"
            organization="Karang Taruna Tunas Sambong"
            motif="lereng"
            place="Karang Taruna · Sambong"
            summary="Fakir miskin · 24 pemuda"
            flow={running}
            badge={
              <StatusBadge tone="ok" icon="shield">
                Terverifikasi
              </StatusBadge>
            }
            goals={[4, 8]}
          />
        )}
      </Pair>
      <Ledger />
      <Proofs />
    </>
  );
}

const lines = [
  { key: "a", account: "Titipan", note: "tanpa referensi", debit: 40n * million, credit: 0n },
  { key: "b", account: "Dana program SBG-2026-014", note: "", debit: 0n, credit: 40n * million },
];

function Ledger() {
  return (
    <Pair id="tabel" title="Tabel buku" hint="Garis ganda hanya di bawah jumlah.">
      {({ suffix }) => (
        <>
          <Table
            caption="Jurnal 1287"
            label={`Jurnal 1287 ${suffix}`}
            rows={lines}
            rowKey={(line) => line.key}
            columns={[
              {
                head: "Akun",
                cell: (line) => (
                  <>
                    {line.account}
                    {line.note && <small>{line.note}</small>}
                  </>
                ),
              },
              { head: "Debit", align: "right", cell: (line) => line.debit > 0n && <Money amount={line.debit} /> },
              { head: "Kredit", align: "right", cell: (line) => line.credit > 0n && <Money amount={line.credit} /> },
            ]}
            foot={["Jumlah", <Money amount={40n * million} key="d" />, <Money amount={40n * million} key="k" />]}
          />
          <EquationBar
            terms={[
              { label: "Bank", amount: 357_365_000n },
              { label: "Buku", amount: 357_365_000n },
            ]}
            result={{ label: "Selisih", amount: 0n }}
            ok
          />
          <EquationBar
            terms={[
              { label: "Target", amount: 83n * million },
              { label: "Termin", amount: 81n * million },
            ]}
            result={{ label: "Kurang", amount: 2n * million }}
            ok={false}
          />
          <p>
            <MoneyShort amount={137_500_000n} /> dari <MoneyShort amount={1_180_000_000n} />,{" "}
            <Share part={401_400_000n} whole={540_000_000n} />
          </p>
          <MiniBar part={27_800_000n} whole={34_800_000n}>
            79,9%
          </MiniBar>
        </>
      )}
    </Pair>
  );
}

function Proofs() {
  return (
    <>
      <Pair id="bukti" title="Bukti" hint="Bank dan buku, sidik, rujukan, rekening.">
        {({ suffix }) => (
          <>
            <ProofBar
              bank={357_365_000n}
              parts={[
                { label: "Dana program", amount: 203_300_000n },
                { label: "Titipan, 5 mutasi belum cocok", amount: 154_065_000n },
              ]}
              label={`Selisih ${suffix}`}
            />
            <ProofBar bank={357_365_000n} parts={[{ label: "Dana program", amount: 355_365_000n }]} label={`Selisih kedua ${suffix}`} />
            <ReferenceBox
              items={[
                { label: "Nomor referensi", value: "SNG 26 0388 H", copy: "SNG260388H" },
                { label: "Jumlah tepat", value: <Money amount={35n * million} />, copy: "35000000" },
              ]}
            />
            <AccountLine
              bank="Bank Loka Artha"
              number="···· 4471"
              holder="WKSBM RUKUN KEDUNGTUBAN"
              badge={
                <StatusBadge tone="ok" icon="lock">
                  Tidak berubah
                </StatusBadge>
              }
            />
            <HashChain
              makes="menghasilkan sidik"
              links={[
                { key: "1", label: "Catatan 1285", level: 2, hash: "21732bab5c797537d64552d9bf292d2425ee18c73de0368ce9ac8541954d108d" },
                {
                  key: "2",
                  label: "Catatan 1286",
                  level: 4,
                  input: "1286|2026-11-24|bukti|SBG-2026-014|4250000|21732bab5c79…",
                  hash: "9a2b72b73e5ea7009cfca99dbd6d800f9dc7309470fb3bc431e8d95226f3ef0f",
                },
              ]}
            />
          </>
        )}
      </Pair>
      <Pair id="grafik" title="Grafik" hint="Dari nol, satu skala, angka selalu ada sebagai teks.">
        {({ suffix }) => (
          <>
            <BarChart
              bars={[
                { key: "11", label: "Kota dan permukiman", value: 200, text: <b>Rp 200 jt</b> },
                { key: "6", label: "Air bersih dan sanitasi", value: 160, text: <b>Rp 160 jt</b> },
                { key: "8", label: "Pekerjaan layak", value: 100, text: <b>Rp 100 jt</b> },
              ]}
            />
            <LineChart
              label={`Dana diterima per bulan naik dari Rp 12 jt pada Juni menjadi Rp 150 jt pada November (${suffix}).`}
              points={[12, 40, 75, 90, 125, 150].map((value, index) => ({
                label: ["Jun", "Jul", "Agu", "Sep", "Okt", "Nov"][index] ?? "",
                value,
                text: `Rp ${value} jt`,
              }))}
            />
          </>
        )}
      </Pair>
    </>
  );
}
