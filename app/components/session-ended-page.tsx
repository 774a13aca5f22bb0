import { isId } from "~/kernel/ids";
import { Button, ButtonLink } from "./button";
import { errorMessages } from "./error-messages";
import { ErrorFrame } from "./error-page";
import { useMessages } from "./language";

export type SessionEnded = {
  kind: "session_ended";
  /** The page that is to be passed first: signing in, its second step, or setting that up. */
  to: string;
  action: string;
  typed: { [name: string]: string[] };
};

export function isSessionEnded(value: unknown): value is SessionEnded {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "session_ended";
}

/** Fields that carry no words of the person: keys, versions and buttons. */
const silent = new Set(["kunci", "aksi", "kembali", "versi", "version"]);

/** Everything typed is kept here; after signing in, in another tab, the same form goes out once more. */
export function SessionEndedPage({ ended }: { ended: SessionEnded }) {
  const messages = useMessages(errorMessages);
  const t = ended.to === "/akun/dua-langkah" ? { ...messages.ended, ...messages.factor } : messages.ended;
  const back = ended.action.split("?")[0] ?? "/";
  const words = Object.entries(ended.typed)
    .filter(([name]) => !silent.has(name))
    .flatMap(([, values]) => values)
    .filter((value) => value.trim() !== "" && value !== "on" && !isId(value));
  return (
    <ErrorFrame label={t.label} title={t.title}>
      <p className="muted">{t.text}</p>
      {words.length > 0 && (
        <div className="kept">
          <p>
            <b>{t.kept}</b>
          </p>
          <ul className="keptlist">
            {words.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: values have no key of their own
              <li key={index}>{value}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="small muted">{t.files}</p>
      <form method="post" action={ended.action} data-once="">
        {Object.entries(ended.typed).flatMap(([name, values]) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: values of one name have no other key
          values.map((value, index) => <input type="hidden" name={name} value={value} key={`${name}${index}`} />),
        )}
        <div className="acts">
          <ButtonLink kind="action" to={`${ended.to}?kembali=${encodeURIComponent(back)}`} target="_blank" rel="noopener">
            {t.signIn}
          </ButtonLink>
          <Button kind="outline">{t.sendAgain}</Button>
        </div>
      </form>
      <p className="small muted">{t.twice}</p>
    </ErrorFrame>
  );
}
