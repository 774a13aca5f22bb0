import type { ColourStep } from "~/features/areas/schematic-map";

/** Colours for figures by their rank: nothing is 0, the lowest quarter 1, the highest 4; equal figures have the same. */
export function colourSteps(figures: readonly number[]): (figure: number) => ColourStep {
  const ranked = rankedOf(figures);
  return (figure) => {
    const index = ranked.indexOf(figure);
    return index < 0 ? 0 : ((1 + Math.floor((4 * index) / ranked.length)) as ColourStep);
  };
}

/** The range of figures behind each colour from 1 on, for a legend. */
export function colourRanges(figures: readonly number[]): { step: ColourStep; from: number; to: number }[] {
  const stepOf = colourSteps(figures);
  const ranked = rankedOf(figures);
  return ([1, 2, 3, 4] as const).flatMap((step) => {
    const own = ranked.filter((figure) => stepOf(figure) === step);
    const [from, to] = [own[0], own.at(-1)];
    return from === undefined || to === undefined ? [] : [{ step, from, to }];
  });
}

function rankedOf(figures: readonly number[]): number[] {
  return figures.filter((figure) => figure > 0).sort((a, b) => a - b);
}
