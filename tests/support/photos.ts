import sharp from "sharp";

type Shot = {
  width?: number;
  height?: number;
  seed?: number;
  exif?: Record<string, Record<string, string>>;
  name?: string;
  quality?: number;
};

/** A picture with shapes of its own, as a phone would send it: the same seed gives the same motif at any size. */
export async function shot({ width = 1200, height = 900, seed = 1, exif, name = "IMG_1.jpg", quality = 90 }: Shot = {}): Promise<File> {
  let state = seed * 2654435761;
  const grey = () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 374761393;
    return (state >>> 8) & 255;
  };
  const tile = Buffer.from(Array.from({ length: 12 * 9 }, grey));
  const picture = sharp(tile, { raw: { width: 12, height: 9, channels: 1 } })
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .toColourspace("srgb");
  const bytes = await (exif ? picture.withExif(exif) : picture).jpeg({ quality }).toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: "image/jpeg" });
}

/** What a phone writes: local time with its zone, and a point south of the equator. */
export function phoneExif(taken: string, [latitude, longitude]: [string, string] = ["7/1 7/1 48/1", "111/1 35/1 24/1"]) {
  return {
    IFD2: { DateTimeOriginal: taken, OffsetTimeOriginal: "+07:00" },
    IFD3: { GPSLatitudeRef: "S", GPSLatitude: latitude, GPSLongitudeRef: "E", GPSLongitude: longitude },
  };
}
