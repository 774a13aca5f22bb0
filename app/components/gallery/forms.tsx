import { CheckboxGroup, RadioGroup } from "../choice-field";
import { DateField, Fields, NumberField, OtpField, SelectField, TextArea, TextField } from "../field";
import { FileField } from "../file-field";
import { RupiahField } from "../money-field";
import { Step, StepPaper, Steps } from "../steps";
import { Pair } from "./pair";

const banks = [
  { value: "lk3", label: "LK3 Pelita Keluarga" },
  { value: "lks", label: "LKS Senja Sejahtera" },
];

export function Forms() {
  return (
    <>
      <Pair id="isian" title="Isian" hint="Label di atas, petunjuk di bawah, galat menyebut perbaikannya.">
        {({ suffix: s }) => (
          <Fields columns={2}>
            <TextField name={`nama-${s}`} label="Nama kegiatan" placeholder="Belum diisi" hint="Contoh: Taman baca" />
            <NumberField name={`volume-${s}`} label="Volume" defaultValue="420" good="Sama dengan usulan" suffix="paket" />
            <DateField
              name={`tanggal-${s}`}
              label="Tanggal nota"
              defaultValue="2026-12-21"
              error="Tanggal ini belum terjadi. Periksa bulan pada nota."
            />
            <TextField name={`wilayah-${s}`} label="Wilayah" defaultValue="Kabupaten Blora" readOnly hint="Diisi sistem" />
            <TextField name={`kode-${s}`} label="Kode program" defaultValue="SBG-2026-014" disabled />
            <SelectField name={`penampung-${s}`} label="Penampung" options={banks} />
            <TextArea name={`cerita-${s}`} label="Ceritakan singkat" optional wide rows={2} defaultValue="Sesi 9 mundur seminggu." />
          </Fields>
        )}
      </Pair>
      <Pair id="uang" title="Uang, kode, berkas" hint="Boleh ditulis tanpa titik atau “126 jt”.">
        {({ suffix: s }) => (
          <Fields columns={2}>
            <RupiahField name={`jumlah-${s}`} label="Jumlah komitmen" defaultValue={39_000_000n} words />
            <RupiahField name={`pecahan-${s}`} label="Jumlah pecahan" defaultValue={60_000_000n} error="Kurang Rp 2.000.000 dari mutasi." />
            <OtpField name={`otp-${s}`} label="Kode enam angka" defaultValue="4812" />
            <FileField
              name={`berkas-${s}`}
              label="Bukti transfer"
              maxMegabytes={5}
              current={[{ name: "SK kepala desa 14/2024", note: "Berlaku sampai 12 Mar 2029" }]}
            />
          </Fields>
        )}
      </Pair>
      <Pair id="pilihan" title="Pilihan" hint="Kalimat, kartu, tiga jawaban, ubin.">
        {({ suffix: s }) => (
          <>
            <RadioGroup name={`penampung2-${s}`} label="Penampung dana" options={banks} defaultValue="lk3" />
            <RadioGroup
              name={`bayar-${s}`}
              label="Cara bayar"
              look="cards"
              defaultValue="sekali"
              options={[
                { value: "sekali", label: "Sekali", hint: "Satu transfer sesudah disetujui" },
                { value: "bertahap", label: "Bertahap", hint: "Paling banyak dua belas tahap" },
              ]}
            />
            <RadioGroup
              name={`hasil-${s}`}
              label="Hasil pemeriksaan"
              look="picks"
              defaultValue="cocok"
              options={[
                { value: "cocok", label: "Cocok" },
                { value: "beda", label: "Berbeda" },
                { value: "tidak", label: "Tidak bisa diperiksa" },
              ]}
            />
            <CheckboxGroup
              name={`sdg-${s}`}
              label="Tujuan SDG"
              look="tiles"
              defaultValue={["4"]}
              options={[4, 6, 8, 11, 13, 17].map((goal) => ({ value: `${goal}`, label: goal }))}
            />
            <CheckboxGroup
              name={`sasaran-${s}`}
              label="Sasaran"
              defaultValue={["a"]}
              error="Pilih paling banyak dua."
              options={[
                { value: "a", label: "Anak telantar", count: 1 },
                { value: "b", label: "Fakir miskin", count: 2 },
              ]}
            />
          </>
        )}
      </Pair>
      <Pair id="langkah" title="Langkah" hint="Setiap langkah punya alamat sendiri.">
        {({ suffix: s }) => (
          <>
            <Steps
              label={`Langkah ${s}`}
              steps={[
                { label: "Peran", state: "done", href: "#langkah" },
                { label: "Akun", state: "done", href: "#langkah" },
                { label: "Bukti", state: "now" },
                { label: "Diperiksa", state: "next" },
              ]}
            />
            <StepPaper>
              <Step number={1} title="Yang didanai" state="done" />
              <Step number={2} title="Cara bayar">
                <p className="muted">Transfer bank, tanpa biaya.</p>
              </Step>
              <Step number={3} title="Periksa dan kirim" state="next" />
            </StepPaper>
          </>
        )}
      </Pair>
    </>
  );
}
