import fontUrl from "~/styles/fonts/plus-jakarta-sans-latin-wght-normal.woff2?url";
import stylesUrl from "~/styles/app.css?url";
import { release } from "../release.server";
import worker from "./worker.js?raw";

/** What the kept pages need to look and work as they do with a signal. */
const scripts = ["enhance", "outbox", "offline", "steps"].map((name) => `/${name}.js?v=${release}`);
const files = [stylesUrl, fontUrl, "/icons.svg", ...scripts];

/** The service worker of this release; undefined while developing. Its bytes differ with every release, by which browsers know a new one. */
export const serviceWorker: string | undefined =
  release && `const release = ${JSON.stringify(release)};\nconst files = ${JSON.stringify(files)};\n${worker}`;
