import { Button, ButtonLink } from "./button";
import { DescriptionList } from "./description-list";
import { errorMessages } from "./error-messages";
import { ErrorFrame } from "./error-page";
import { useMessages } from "./language";

export type SessionEnded = { kind: "session_ended"; action: string; typed: { [name: string]: string[] } };

export function isSessionEnded(value: unknown): value is SessionEnded {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "session_ended";
}

/** The names of fields that carry no words of the person: keys and buttons. */
const silent = new Set(["kunci", "aksi", "kembali", "versi"]);

/** Everything typed is kept here; after signing in, in another tab, the same form goes out once more. */
export function SessionEndedPage({ ended }: { ended: SessionEnded }) {
  const t = useMessages(errorMessages).ended;
  const back = ended.action.split("?")[0] ?? "/";
  const words = Object.entries(ended.typed).filter(([name, values]) => !silent.has(name) && values.some((value) => value.trim() !== ""));
  return (
    <ErrorFrame label={t.label} title={t.title}>
      <p className="muted">{t.text}</p>
      {words.length > 0 && (
        <div className="kept">
          <p>
            <b>{t.kept}</b>
          </p>
          <DescriptionList items={words.map(([name, values]) => ({ term: name, value: values.join(", ") }))} className="keptlist" />
        </div>
      )}
      <p className="small muted">{t.files}</p>
      <form method="post" action={ended.action} data-once="">
        {Object.entries(ended.typed).flatMap(([name, values]) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: values of one name have no other key
          values.map((value, index) => <input type="hidden" name={name} value={value} key={`${name}${index}`} />),
        )}
        <div className="acts">
          <ButtonLink kind="action" to={`/masuk?kembali=${encodeURIComponent(back)}`} target="_blank" rel="noopener">
            {t.signIn}
          </ButtonLink>
          <Button kind="outline">{t.sendAgain}</Button>
        </div>
      </form>
      <p className="small muted">{t.twice}</p>
    </ErrorFrame>
  );
}
