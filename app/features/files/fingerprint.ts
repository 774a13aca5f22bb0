/** A picture of this many grey pixels is what a fingerprint is made of. */
export const fingerprintSize = { width: 9, height: 8 } as const;

/** Pictures whose fingerprints differ in no more of the 64 bits show the same: scaled, encoded anew, or slightly brighter. */
export const mostBitsApart = 5;

/** Fewer bits of one kind say nothing: a wall, the sky, a blank page. */
const fewestBits = 8;

/**
 * How a picture looks in 64 bits (a difference hash): each says whether a pixel is brighter than its right neighbour. Undefined for a
 * picture too plain to be told from another. Signed, as PostgreSQL's bigint is.
 */
export function fingerprintOf(grey: Uint8Array): bigint | undefined {
  const { width, height } = fingerprintSize;
  let bits = 0n;
  let set = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width - 1; x += 1) {
      const brighter = (grey[y * width + x] ?? 0) > (grey[y * width + x + 1] ?? 0);
      bits = (bits << 1n) | (brighter ? 1n : 0n);
      set += brighter ? 1 : 0;
    }
  }
  if (set < fewestBits || set > 64 - fewestBits) return undefined;
  return BigInt.asIntN(64, bits);
}
