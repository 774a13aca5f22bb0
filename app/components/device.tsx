import { useRouteLoaderData } from "@remix-run/react";
import { useNonce } from "./nonce";

export type Device = {
  /** Names this build; absent while developing. */
  release?: string | undefined;
  /** Tells the reader from others on a device that keeps pages; null for nobody. */
  person: string | null;
};

/** What the device needs to know to keep pages; undefined where the page's frame could not be loaded. */
export function useDevice(): Device | undefined {
  return useRouteLoaderData("root") as Device | undefined;
}

/** A script of public/. Its address names the release, so that no page runs with the script of another. */
export function PageScript({ name, ...data }: { name: string; [data: `data-${string}`]: string | undefined }) {
  const release = useDevice()?.release;
  return <script src={release ? `/${name}.js?v=${release}` : `/${name}.js`} defer nonce={useNonce()} {...data} />;
}
