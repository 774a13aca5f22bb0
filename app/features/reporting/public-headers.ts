import type { HeadersFunction } from "@remix-run/node";

/** Public pages answer with the headers that their loader decided. */
export const publicHeaders: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders;
