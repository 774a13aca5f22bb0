import { flashMessages } from "./flash-messages";
import { useMessages } from "./language";
import { Note } from "./note";

export type FlashContent = { code: string; values?: { [name: string]: string | undefined }; tone?: "ok" | "bad" };
type FlashText = string | ((values: { [name: string]: string | undefined }) => string);

/** What was just done, once, above the page. A code without a text that is a sentence already is shown as it is. */
export function Flash({ flash }: { flash: FlashContent }) {
  const texts = useMessages(flashMessages) as { readonly [code: string]: FlashText };
  const text = texts[flash.code];
  const sentence = typeof text === "function" ? text(flash.values ?? {}) : (text ?? (flash.code.includes(" ") ? flash.code : texts.saved));
  return (
    <div className="wrap pt-4" data-flash="">
      <Note tone={flash.tone ?? "ok"} role="status">
        {sentence as string}
      </Note>
    </div>
  );
}
