import { createContext, useContext } from "react";

/** The content policy's nonce of this answer, for the few scripts that stand in a page. Empty in the browser, where it is not needed. */
export const NonceContext = createContext("");

export function useNonce(): string {
  return useContext(NonceContext);
}
