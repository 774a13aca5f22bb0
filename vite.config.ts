import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { fingerprint } from "./app/commands/build-once.server";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  // Loaders may give Date and bigint: single fetch carries both, and this makes the types say so.
  interface Future {
    v3_singleFetch: true;
  }
}

const root = import.meta.dirname;

export default defineConfig(({ command }) => ({
  // Names the release in what stays on devices; the same sources have the same name.
  define: { "import.meta.env.VITE_RELEASE": JSON.stringify(command === "build" ? fingerprint().slice(0, 12) : "") },
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: {
    alias: [
      { find: /^~\//, replacement: `${path.join(root, "app")}/` },
      { find: /^#db\//, replacement: `${path.join(root, "db")}/` },
      { find: /^#emails\//, replacement: `${path.join(root, "emails")}/` },
    ],
  },
  // Found by Vite's scan although only the server imports them.
  optimizeDeps: { exclude: ["@node-rs/argon2", "better-auth", "graphile-worker", "pg", "sharp"] },
  // Assets carry a hash in their name; small ones stay files too, so that the content policy needs no data: addresses.
  build: { assetsInlineLimit: 0, target: "es2022" },
  server: { watch: { ignored: ["**/.data/**", "**/build/**", "**/test-results/**"] } },
}));
