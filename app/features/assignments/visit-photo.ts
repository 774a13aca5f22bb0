import { type Place, kilometresBetween } from "~/features/files/photo-evidence";
import { dayOf, daysBetween } from "~/kernel/dates";
import type { AssignmentKind } from "./assignment";

/** Tasks that go to the place: each of their questions takes photos. The others take papers only. */
export function takesPhotos(kind: AssignmentKind): boolean {
  return kind === "field_visit" || kind === "impact_assessment" || kind === "arrival_confirmation";
}

/** Photos that one question takes. */
export const mostPhotos = 6;

/** The shorter side of a photo that can show anything, in pixels. */
export const smallestSide = 240;

/** What the day in a photo says: that of the visit, days before it was sent, before the task was given, after it was sent, or nothing. */
export type DayClaim = { says: "same_day" | "before_task" | "after_sent" | "unknown" } | { says: "days_before"; days: number };

export function dayClaim(photo: { takenAt: Date | null; sentAt: Date }, offeredAt: Date): DayClaim {
  if (!photo.takenAt) return { says: "unknown" };
  const [taken, sent] = [dayOf(photo.takenAt), dayOf(photo.sentAt)];
  if (taken > sent) return { says: "after_sent" };
  if (taken < dayOf(offeredAt)) return { says: "before_task" };
  const days = daysBetween(taken, sent);
  return days === 0 ? { says: "same_day" } : { says: "days_before", days };
}

/** The greatest distance between two of these places, in whole kilometres; undefined for fewer than two. */
export function spreadOf(places: readonly (Place | null)[]): number | undefined {
  const known = places.filter((place) => place !== null);
  if (known.length < 2) return undefined;
  return Math.round(Math.max(...known.flatMap((one) => known.map((other) => kilometresBetween(one, other)))));
}
