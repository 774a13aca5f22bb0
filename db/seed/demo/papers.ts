/** A one-page PDF with lines of text, in a typeface that every reader has: the demo's receipts and letters. Characters outside Latin-1 are not for it. */
export function makePdf(title: string, lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = [
    `BT /F1 15 Tf 48 372 Td (${escaped(title)}) Tj /F1 10 Tf 0 -14 Td`,
    ...lines.map((line) => `0 -17 Td (${escaped(line)}) Tj`),
    "ET",
  ];
  const content = text.join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 420] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`,
  ];
  let body = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(Buffer.byteLength(body, "latin1"));
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = Buffer.byteLength(body, "latin1");
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body, "latin1"));
}

function escaped(text: string): string {
  return text
    .replaceAll("\u00a0", " ")
    .replaceAll("×", "x")
    .replace(/[()\\]/g, "\\$&");
}
