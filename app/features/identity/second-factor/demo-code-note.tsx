import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { secondFactorMessages } from "./second-factor-messages";

export type DemoCode = { code: string | null };

/** In the demo, the code that a phone would show; elsewhere the loader gives nothing and neither does this. */
export function DemoCodeNote({ demo }: { demo: DemoCode | null }) {
  const t = useMessages(secondFactorMessages).demo;
  if (!demo) return null;
  return (
    <Note title={t.title} className="mb-5">
      {demo.code ? <span data-demo-code={demo.code}>{t.text(demo.code)}</span> : t.wait}
    </Note>
  );
}
