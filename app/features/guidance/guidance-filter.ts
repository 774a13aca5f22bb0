import { type GuidanceTopic, elementOfPath, elementPath, guidanceTopics, isMeantFor } from "./guidance";

/** What the address of the list asks for. Lists mean "any of these"; different fields all have to hold. */
export type GuidanceFilter = {
  q: string;
  elements: readonly string[];
  areas: readonly string[];
  topics: readonly GuidanceTopic[];
  page: number;
};

const topicPaths = {
  standing: "kedudukan",
  budget: "rab",
  receipts: "kuitansi",
  reporting: "melapor",
  emergency: "darurat",
  people: "warga",
} as const satisfies Record<GuidanceTopic, string>;

export function topicPath(topic: GuidanceTopic): string {
  return topicPaths[topic];
}

/** Reads the address. It never fails: what can't be read is left out. */
export function readGuidanceFilter(params: URLSearchParams): GuidanceFilter {
  const page = Number(params.get("halaman") ?? 1);
  const known = <T>(name: string, read: (value: string) => T | undefined) => [
    ...new Set(
      params
        .getAll(name)
        .slice(0, 20)
        .map(read)
        .filter((value) => value !== undefined),
    ),
  ];
  return {
    q: (params.get("q") ?? "").trim().slice(0, 120),
    elements: known("elemen", elementOfPath),
    areas: known("wilayah", (value) => (/^\d\d(\.\d\d){0,2}(\.\d{4})?$/.test(value) ? value : undefined)),
    topics: known("pokok", (value) => guidanceTopics.find((topic) => topicPaths[topic] === value)),
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
  };
}

export function guidancePath(filter: GuidanceFilter): string {
  const params = new URLSearchParams();
  if (filter.q) params.set("q", filter.q);
  for (const element of filter.elements) params.append("elemen", elementPath(element));
  for (const area of filter.areas) params.append("wilayah", area);
  for (const topic of filter.topics) params.append("pokok", topicPaths[topic]);
  if (filter.page > 1) params.set("halaman", String(filter.page));
  const query = params.toString();
  return query ? `/panduan?${query}` : "/panduan";
}

type Aimed = { areas: readonly string[]; elements: readonly string[]; topic: GuidanceTopic };

/** The texts that an address asks for, in the order in which they came. */
export function narrow<T extends Aimed>(texts: readonly T[], filter: Pick<GuidanceFilter, "elements" | "areas" | "topics">): T[] {
  const any = <V>(wanted: readonly V[], holds: (value: V) => boolean) => wanted.length === 0 || wanted.some(holds);
  return texts.filter(
    (text) =>
      any(filter.elements, (element) => isMeantFor(text, { element })) &&
      any(filter.areas, (area) => isMeantFor(text, { area })) &&
      any(filter.topics, (topic) => text.topic === topic),
  );
}

/** How many texts each choice of a filter would leave, the other filters as they are. */
export function countChoices<T extends Aimed>(texts: readonly T[], filter: GuidanceFilter) {
  const without = (name: "elements" | "areas" | "topics") => narrow(texts, { ...filter, [name]: [] });
  const named = <V extends string>(name: "elements" | "areas" | "topics", values: readonly V[], holds: (text: T, value: V) => boolean) => {
    const left = without(name);
    return [...new Set(values)].map((value) => ({ value, count: left.filter((text) => holds(text, value)).length }));
  };
  return {
    elements: named("elements", [...texts.flatMap((text) => text.elements), ...filter.elements], (text, element) =>
      isMeantFor(text, { element }),
    ),
    areas: named("areas", [...texts.flatMap((text) => text.areas), ...filter.areas], (text, area) => isMeantFor(text, { area })),
    topics: named("topics", guidanceTopics, (text, topic) => text.topic === topic),
  };
}
