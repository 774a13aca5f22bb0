import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { formatDecimal } from "~/features/proposals/proposal-draft";
import { formatInstant } from "~/kernel/dates";
import { visitMessages } from "./visit-messages";
import type { EarlierUse, VisitPhoto } from "./visit-photo-queries.server";

/** What one photo says by itself: its day, its place, and where it was used before. `titled` names the programs, for the desk. */
export function PhotoWords({ photo, titled }: { photo: VisitPhoto; titled?: boolean }) {
  const t = useMessages(visitMessages);
  const language = useLanguage();
  const fits = photo.day.says === "same_day" || photo.day.says === "days_before";
  const at = photo.takenAt ? formatInstant(photo.takenAt, language) : "";
  const degrees = (value: number) => formatDecimal(value.toFixed(2));
  const where = (use: EarlierUse) => (titled && use.where !== "same_task" ? `${t.used[use.where]}: ${use.title}` : t.used[use.where]);
  return (
    <ul className="fit">
      <li className={fits ? "y" : "m"}>
        <Icon name={fits ? "check" : "warn"} />
        <span>{photo.day.says === "days_before" ? t.day.days_before(at, photo.day.days) : t.day[photo.day.says](at)}</span>
      </li>
      <li className={photo.place ? "y" : "m"}>
        <Icon name={photo.place ? "check" : "info"} />
        <span>{photo.place ? t.place(degrees(photo.place.latitude), degrees(photo.place.longitude)) : t.noPlace}</span>
      </li>
      {usesShown(photo.uses, titled).map((use) => (
        <li className="x" key={`${use.where}${titled ? use.slug : ""}`}>
          <Icon name="warn" />
          <span>{use.exact ? t.usedExact(where(use)) : t.usedAlike(where(use))}</span>
        </li>
      ))}
    </ul>
  );
}

/** One line for each place of use, the exact ones first. Programs count apart only where they are named. */
function usesShown(uses: readonly EarlierUse[], titled: boolean | undefined): EarlierUse[] {
  const shown = new Map<string, EarlierUse>();
  for (const use of [...uses].sort((a, b) => Number(b.exact) - Number(a.exact))) {
    const name = `${use.where}${titled ? use.slug : ""}`;
    if (!shown.has(name)) shown.set(name, use);
  }
  return [...shown.values()];
}

type PhotoListProps = { photos: readonly VisitPhoto[]; item: string; question: string };

/** The photos of one question on the practitioner's page: each can be opened, and taken away while the task is open. */
export function PhotoList({ photos, item, question }: PhotoListProps) {
  const t = useMessages(visitMessages);
  return (
    <ul className="upl" data-photos={item}>
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <Icon name="img" />
          <div>
            <a href={`/berkas/${photo.id}`}>{t.photoName(index + 1)}</a>
            <PhotoWords photo={photo} />
          </div>
          <div className="end">
            <button className="btn btn-q" type="submit" name="hapus" value={photo.id} aria-label={t.removeOf(index + 1, question)}>
              <Icon name="trash" />
              {t.remove}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
