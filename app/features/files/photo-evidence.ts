/** A point to a hundredth of a degree, about a kilometre: enough to tell the village, too little to find the house. */
export type Place = { latitude: number; longitude: number };

/** What a phone writes into a photo, as far as it can be read. */
export type PhotoEvidence = { takenAt: Date | null; place: Place | null };

/** The fields of EXIF that are read, as the library names them. Times carry no zone there, and are read as UTC. */
export type Exif = {
  Image?: { DateTime?: unknown };
  Photo?: { DateTimeOriginal?: unknown; DateTimeDigitized?: unknown; OffsetTimeOriginal?: unknown; OffsetTime?: unknown };
  GPSInfo?: { GPSLatitude?: unknown; GPSLatitudeRef?: unknown; GPSLongitude?: unknown; GPSLongitudeRef?: unknown };
};

/** Western Indonesian Time, which a phone that names no zone is taken to show. */
const wib = "+07:00";

export function evidenceIn(exif: Exif): PhotoEvidence {
  return { takenAt: takenAt(exif), place: placeIn(exif) };
}

function takenAt({ Image, Photo }: Exif): Date | null {
  const local = [Photo?.DateTimeOriginal, Photo?.DateTimeDigitized, Image?.DateTime].find((value) => value instanceof Date);
  if (!(local instanceof Date) || Number.isNaN(local.getTime())) return null;
  const written = [Photo?.OffsetTimeOriginal, Photo?.OffsetTime].find((value) => typeof value === "string" && /^[+-]\d\d:\d\d/.test(value));
  const [sign, hours, minutes] = [
    String(written ?? wib)[0],
    ...String(written ?? wib)
      .slice(1, 6)
      .split(":")
      .map(Number),
  ];
  const offset = ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000 * (sign === "-" ? -1 : 1);
  const instant = new Date(local.getTime() - offset);
  const year = instant.getUTCFullYear();
  return year >= 2000 && year < 2100 ? instant : null;
}

function placeIn({ GPSInfo }: Exif): Place | null {
  const latitude = degrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef, "S", 90);
  const longitude = degrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef, "W", 180);
  // Phones that have no position write zeros.
  if (latitude === undefined || longitude === undefined || (latitude === 0 && longitude === 0)) return null;
  return { latitude, longitude };
}

function degrees(parts: unknown, side: unknown, negative: string, most: number): number | undefined {
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === "number" && Number.isFinite(part)))
    return undefined;
  const [whole, minutes, seconds] = parts as [number, number, number];
  const value = whole + minutes / 60 + seconds / 3600;
  if (value < 0 || value > most) return undefined;
  return (Math.round(value * 100) / 100) * (side === negative ? -1 : 1);
}

/** Kilometres between two places along the earth's surface. */
export function kilometresBetween(a: Place, b: Place): number {
  const radians = (angle: number) => (angle * Math.PI) / 180;
  const [south, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord = Math.sin(south / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(Math.min(1, chord)));
}
