/** Whether an area code lies in a practitioner's area of work: a district holds its villages, a regency its districts. */
export function worksIn(areaOfWork: readonly string[], code: string): boolean {
  return areaOfWork.some((area) => code === area || code.startsWith(`${area}.`));
}

/** The most areas that one person can serve; who serves more serves the larger area above them. */
export const mostAreas = 12;
