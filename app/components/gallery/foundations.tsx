import { Badge, Chip, Count, Deadline, Dot, Goals, StatusBadge, Tick } from "../badge";
import { Button, IconButton } from "../button";
import { EmptyState } from "../empty-state";
import { ErrorSummary } from "../error-summary";
import { SaveBar } from "../form";
import { LevelMark } from "../level-mark";
import { Motif, motifNames } from "../motif";
import { Note, Reasons } from "../note";
import { Pair } from "./pair";

const colours = [
  "bg-bg",
  "bg-surface",
  "bg-sunken",
  "[background:var(--line)]",
  "[background:var(--line-strong)]",
  "[background:var(--ink)]",
  "[background:var(--ink-2)]",
  "[background:var(--ink-3)]",
  "[background:var(--link)]",
  "[background:var(--action)]",
  "[background:var(--pledge)]",
  "[background:var(--danger)]",
  "[background:var(--ok)]",
  "[background:var(--warn)]",
  "[background:var(--bad)]",
  "[background:var(--info)]",
  "[background:var(--focus)]",
  "[background:var(--bar)]",
  "[background:var(--alur-k)]",
  "[background:var(--alur-d)]",
  "[background:var(--alur-s)]",
  "[background:var(--alur-a)]",
] as const;

export function Foundations() {
  return (
    <>
      <Pair id="warna" title="Warna" hint="Peran, bukan nama warna.">
        {() => (
          <div className="sw0">
            {colours.map((colour) => (
              <span key={colour}>
                <i className={colour} />
                {colour.replace(/^bg-|^\[background:var\(--|\)\]$/g, "")}
              </span>
            ))}
          </div>
        )}
      </Pair>
      <Pair id="huruf" title="Huruf" hint="Satu berkas, 27 KB.">
        {() => (
          <div className="stack [--gap:.5rem]">
            <p className="kpi">Rp 1,18 M sampai ke nota</p>
            <h3>Termin 2: pelatihan</h3>
            <p>
              Teks biasa 16 px. Uang naik tingkat <a href="#huruf">hanya bila ada buktinya</a>.
            </p>
            <p className="small muted">Keterangan 14 px, ink-2</p>
            <p className="xs text-ink-3">Terkecil 13 px, ink-3</p>
            <p className="mono">RTGS ENERGI KAWUNG NUSANTARA</p>
          </div>
        )}
      </Pair>
      <Pair id="motif" title="Motif" hint="Satu unsur PSKS, satu motif. Namanya selalu ada dalam teks.">
        {() => (
          <div className="row gap-2">
            {motifNames.map((name) => (
              <Motif of={name} key={name} />
            ))}
            <Motif of="lereng" size="s" />
          </div>
        )}
      </Pair>
      <Pair id="tombol" title="Tombol" hint="Kata kerja dan bendanya; 44 px.">
        {() => (
          <>
            <div className="row gap-2">
              <Button type="button">Cocokkan</Button>
              <Button type="button" kind="pledge">
                Beri komitmen
              </Button>
              <Button type="button" kind="outline">
                Simpan draf
              </Button>
              <Button type="button" kind="quiet">
                Ubah
              </Button>
              <Button type="button" kind="danger">
                Tolak
              </Button>
              <Button type="button" kind="danger-quiet">
                Tarik usulan
              </Button>
            </div>
            <div className="row gap-2">
              <Button type="button" disabled>
                Kirim usulan
              </Button>
              <Button type="button" aria-busy="true">
                <span className="spin" aria-hidden="true" />
                Mengirim…
              </Button>
              <Button type="button" kind="outline" icon="dl">
                Unduh CSV
              </Button>
              <Button type="button" shortcut="↵">
                Cocokkan
              </Button>
              <IconButton icon="trash" label="Hapus" />
            </div>
            <Button type="button" size="large" block>
              Setujui Rp 39.000.000
            </Button>
          </>
        )}
      </Pair>
      <Marks />
      <Messages />
    </>
  );
}

function Marks() {
  return (
    <Pair id="lencana" title="Lencana dan tanda" hint="Warna tidak pernah sendirian: selalu ikon dan kata.">
      {() => (
        <>
          <div className="row gap-2">
            <StatusBadge tone="ok" icon="shield">
              Terverifikasi
            </StatusBadge>
            <StatusBadge tone="warn">Habis 6 hari lagi</StatusBadge>
            <StatusBadge tone="bad">Belum ada</StatusBadge>
            <StatusBadge tone="info">Diperiksa</StatusBadge>
            <Badge>Draf</Badge>
            <Badge icon="lock">Hanya tim</Badge>
          </div>
          <div className="row gap-3">
            <Count value={4} />
            <Count value={5} hot />
            <Goals numbers={[4, 8]} />
            <Deadline>15 hari kerja</Deadline>
            <Deadline tone="soon">4 hari kerja</Deadline>
            <Deadline tone="late">terlambat 2 hari</Deadline>
          </div>
          <div className="row">
            <LevelMark level={0} />
            <LevelMark level={1} />
            <LevelMark level={2} />
            <LevelMark level={3} />
            <LevelMark level={4} />
            <Dot state="done" />
            <Dot state="now" />
            <Dot state="todo" />
            <Tick state="on" />
            <Tick state="part" />
            <Tick state="no" />
            <Tick state="off" />
          </div>
          <div className="row gap-2">
            <Chip href="#lencana" label="Sambong" />
            <Chip href="#lencana" label="SDG 8" />
          </div>
        </>
      )}
    </Pair>
  );
}

function Messages() {
  return (
    <>
      <Pair id="pesan" title="Pesan" hint="Fakta, yang aman, yang harus dilakukan.">
        {() => (
          <>
            <Note>Sesudah terkirim, verifikator memeriksa paling lambat 5 hari kerja.</Note>
            <Note tone="ok" title="Rp 40.000.000 dicocokkan." />
            <Note tone="warn" title="Rekening baru.">
              Termin tertahan sampai 30 Nov.
            </Note>
            <Note tone="bad" title="Kartu ditolak bank.">
              Belum ada uang berpindah. Coba kartu lain atau transfer.
            </Note>
            <ErrorSummary
              errors={[
                { field: "isian", text: "Tanggal nota belum terjadi" },
                { field: "uang", text: "Jumlah pecahan kurang Rp 2.000.000" },
              ]}
            />
            <ErrorSummary
              tone="miss"
              title="Belum bisa dikirim. Satu hal lagi:"
              errors={[{ field: "isian", text: "LK3 belum menyatakan bersedia" }]}
            />
            <SaveBar text="Tersimpan di server pukul 09.28" />
            <SaveBar state="unsaved" text="Tanpa sinyal. 2 isian di perangkat ini." />
            <Reasons
              items={[
                { tone: "y", text: "Pilar ekonomi, dua dari tiga SDG fokus" },
                { tone: "m", text: "Bukti Termin 2 baru 30%" },
                { tone: "x", text: "Di luar wilayah operasi" },
              ]}
            />
          </>
        )}
      </Pair>
      <Pair id="kosong" title="Kosong" hint="Apa yang akan muncul, dan satu hal yang berguna sampai saat itu.">
        {() => (
          <EmptyState
            title="Belum ada usulan masuk"
            action={
              <a className="btn btn-o" href="#kosong">
                Bagikan undangan
              </a>
            }
          >
            Usulan muncul di sini begitu dikirim, lengkap dengan tanggal jawabnya.
          </EmptyState>
        )}
      </Pair>
    </>
  );
}
