import { type Rupiah, sum } from "~/kernel/money";

/**
 * The first choice of `least` to `most` items whose amounts sum exactly to `target`: fewest items first, then earliest in the order given.
 * The caller bounds the number of items; amounts are more than zero.
 */
export function chooseExactly<Item>(
  items: readonly Item[],
  amountOf: (item: Item) => Rupiah,
  target: Rupiah,
  { least, most }: { least: number; most: number },
): Item[] | undefined {
  const largest = items
    .map(amountOf)
    .sort((a, b) => (a < b ? 1 : -1))
    .slice(0, most);
  if (sum(largest) < target) return undefined;
  for (let size = least; size <= Math.min(most, items.length); size += 1) {
    const chosen = choose(0, size, target);
    if (chosen) return chosen;
  }
  return undefined;

  function choose(from: number, size: number, left: Rupiah): Item[] | undefined {
    if (size === 0) return left === 0n ? [] : undefined;
    for (let at = from; at + size <= items.length; at += 1) {
      const item = items[at] as Item;
      if (amountOf(item) > left) continue;
      const rest = choose(at + 1, size - 1, left - amountOf(item));
      if (rest) return [item, ...rest];
    }
    return undefined;
  }
}
