import { Font, renderToBuffer } from "@react-pdf/renderer";

import path from "node:path";
import type { Paper } from "./paper";
import { PaperPdf } from "./paper-pdf";
import { family } from "./paper-style";
import { partsOfWord } from "./printable";

Font.register({
  family,
  fonts: [
    { src: path.resolve(import.meta.dirname, "../../../styles/fonts/plus-jakarta-sans-document-400.ttf"), fontWeight: 400 },
    { src: path.resolve(import.meta.dirname, "../../../styles/fonts/plus-jakarta-sans-document-700.ttf"), fontWeight: 700 },
  ],
});
Font.registerHyphenationCallback(partsOfWord);

/** The bytes of a PDF. This module brings the library with it, so only `render-paper.server.ts` loads it, and late. */
export function drawPaper(paper: Paper, madeAt: Date): Promise<Buffer> {
  return renderToBuffer(<PaperPdf paper={paper} madeAt={madeAt} />);
}
