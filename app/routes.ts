import { type RouteConfig, index, route } from "@remix-run/route-config";

/** The site map: every address (Indonesian, as the users are) and the module that answers it. */
export default [
  // Public
  index("routes/public/home.tsx"),

  // Account

  // Community workspace

  // Company workspace

  // Platform desk

  // Data and machines
  route("data/wilayah", "routes/data/areas.ts"),

  // Development
] satisfies RouteConfig;
