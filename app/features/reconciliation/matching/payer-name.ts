/** Words of bank texts that say nothing about who paid: channels, legal forms, and what the transfer is for. */
const noise = new Set(
  (
    "PT TBK CV UD PERSERO PERSERODA PERUM PERUMDA PD TRSF TRF TRANSFER TRANSAKSI E BANKING EBANKING CR DB KR DARI DR KE UNTUK OTOMATIS " +
    "LLG SKN RTGS KLIRING BI FAST BIFAST MCM INHOUSETRF SWITCHING SETORAN SETOR TUNAI CAB FTSCY FTFVA WS CSR TJSL PKBL DANA BANTUAN KOMITMEN " +
    "PEMBAYARAN BAYAR TAHAP TERMIN PROGRAM BULAN JAN FEB MAR APR MEI JUN JUL AGU SEP OKT NOV DES SNG SNGD"
  ).split(" "),
);

/** A name as its telling words: capitals, without punctuation, legal form, channel words, numbers and references. */
export function nameWords(text: string): string[] {
  return text
    .toUpperCase()
    .replace(/SNGD?[\s.\-/]?\d{2}[\s.\-/]?\d{4,7}[\s.\-/]?[A-Z]?\b/g, " ")
    .split(/[^A-Z0-9]+/)
    .filter((word) => word.length > 1 && !/\d/.test(word) && !noise.has(word));
}

const remembered = new Map<string, Set<string>>();
const mostRemembered = 20_000;

/** Trigrams of a text's telling words; those of texts seen lately are remembered, since every line is held against every payment. */
function trigramsOf(text: string): Set<string> {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const found = trigrams(nameWords(text));
  remembered.set(text, found);
  return found;
}

function trigrams(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/**
 * How much of a company's name is in a bank's text, 0 to 100: the share of the name's trigrams that occur there. Banks cut names short
 * and leave the legal form away, so what the text has more does not count against it.
 */
export function nameLikeness(companyName: string, bankText: string): number {
  const name = trigramsOf(companyName);
  if (name.size === 0) return 0;
  const text = trigramsOf(bankText);
  let shared = 0;
  for (const trigram of name) if (text.has(trigram)) shared += 1;
  return Math.floor((shared * 100) / name.size);
}
