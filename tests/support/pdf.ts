import { extractText, getDocumentProxy, getMeta } from "unpdf";

/** What a reader finds in a PDF: the text of each page with single spaces, and what the document says of itself. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  const { info } = await getMeta(pdf);
  const pages = text.map((page) => page.replace(/\s+/g, " "));
  return { pages, text: pages.join(" "), title: String(info.Title), author: String(info.Author), language: String(info.Language) };
}
