/** Where a request comes from, for limits: the client's address as our server states it. */
export function placeOf(request: Request): string {
  return request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown";
}
