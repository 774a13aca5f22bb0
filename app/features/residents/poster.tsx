import { encode } from "uqr";
import { useMessages } from "~/components/language";
import { Motif, type MotifName } from "~/components/motif";
import { spellCode } from "~/kernel/tracking-code";
import { residentMessages } from "./resident-messages";

type PosterProps = { address: string; code: string; program: string; programCode: string; thing: string; place: string; motif: MotifName };

/** One page to print and put up: the question, the code to scan, and the address for who has no camera. */
export function Poster({ address, code, program, programCode, thing, place, motif }: PosterProps) {
  const t = useMessages(residentMessages).poster;
  const shown = address.replace(/^https?:\/\//, "").replace(code, spellCode(code));
  return (
    <article className="poster">
      <Motif of={motif} size="band" className="[aspect-ratio:16/3]" />
      <h2 className="[font-size:1.75rem]">{t.question}</h2>
      <p lang="id">
        {program}
        <br />
        <b>
          {thing}, {place}
        </b>
      </p>
      <QrCode text={address} label={t.qr(shown)} />
      <p className="small">{t.scan}</p>
      <p className="small">
        {t.type}
        <br />
        <b className="mono break-all">{shown}</b>
      </p>
      <p className="xs muted">
        {programCode} · {t.money}
      </p>
    </article>
  );
}

/** A QR code as one path; a quarter of it may be damaged and it still reads. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "Q", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
