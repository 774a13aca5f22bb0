import { type IndicatorKind, indicatorKinds } from "#db/reference/indicator-kinds";

export function kindOf(code: string | null): IndicatorKind | undefined {
  return indicatorKinds.find((kind) => kind.code === code);
}
