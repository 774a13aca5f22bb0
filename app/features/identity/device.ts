const browsers: readonly [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox\/|FxiOS/, "Firefox"],
  [/Chrome\/|CriOS/, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** "203.0.113.7", or an IPv6 address in its short form; undefined when nothing is known. */
export function placeName(ipAddress: string | null): string | undefined {
  if (!ipAddress) return undefined;
  const long = `http://[${ipAddress}]`;
  return ipAddress.includes(":") && URL.canParse(long) ? new URL(long).hostname.slice(1, -1) : ipAddress;
}

/** "Firefox, Windows": enough for a person to know which of their devices it is; undefined when nothing is known. */
export function deviceName(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined;
  const find = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [find(browsers), find(systems)].filter(Boolean).join(", ") || undefined;
}
