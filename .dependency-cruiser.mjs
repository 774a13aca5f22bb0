// Imports run one way: routes -> features -> db; the kernel knows nobody; between features as the street in README.md says.
const street = {
  identity: ["audit"],
  audit: ["identity"],
  ledger: [],
  areas: [],
  files: ["identity", "audit"],
  identifiers: ["identity", "audit"],
  ties: ["identity", "audit"],
  freezes: ["identity", "audit"],
  sponsorships: ["identity", "audit"],
  organizations: ["identity", "audit", "files", "areas", "identifiers", "ties", "freezes", "sponsorships"],
  practitioners: ["identity", "audit", "organizations", "areas", "freezes", "ties"],
  needs: ["identity", "audit", "organizations", "areas", "files", "practitioners"],
  guidance: ["identity", "audit", "organizations", "areas", "practitioners"],
  proposals: ["ties", "freezes", "needs", "identity", "audit", "ledger", "organizations", "areas", "files"],
  verification: ["ties", "freezes", "practitioners", "needs", "identity", "audit", "ledger", "proposals", "organizations", "areas", "files"],
  assignments: ["ties", "freezes", "identity", "audit", "files", "organizations", "areas", "practitioners", "proposals", "verification"],
  appeals: ["ties", "freezes", "identity", "audit", "files", "organizations", "areas", "proposals", "verification"],
  pledges: ["freezes", "identity", "audit", "ledger", "proposals", "organizations"],
  payments: ["identity", "audit", "ledger", "pledges", "proposals", "organizations"],
  disbursements: ["ties", "freezes", "identity", "audit", "ledger", "proposals", "organizations", "files"],
  reconciliation: ["identity", "audit", "ledger", "payments", "pledges", "disbursements", "organizations", "files"],
  impact: ["identity", "audit", "ledger", "proposals", "disbursements", "organizations", "files"],
  concerns: ["identity", "audit", "files", "organizations", "proposals"],
  residents: ["ties", "identity", "audit", "organizations", "areas", "proposals", "disbursements"],
  notifications: ["identity"],
  "personal-data": ["identity", "audit", "organizations", "notifications"],
  reporting: ["needs", "ties", "freezes", "identity", "ledger", "proposals", "organizations", "areas", "audit"],
};

const betweenFeatures = Object.entries(street).map(([feature, allowed]) => ({
  name: `feature-${feature}`,
  severity: "error",
  from: { path: `^app/features/${feature}/` },
  to: { path: "^app/features/", pathNot: `^app/features/(${[feature, ...allowed].join("|")})/` },
}));

export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "kernel-knows-nobody", severity: "error", from: { path: "^app/kernel/" }, to: { path: "^(app/(?!kernel/)|db/|emails/)" } },
    {
      name: "components-without-domain",
      severity: "error",
      from: { path: "^app/components/" },
      to: { path: "^(app/(features|routes|platform)/|db/|emails/)" },
    },
    { name: "routes-not-to-db", severity: "error", from: { path: "^app/routes/" }, to: { path: "^db/" } },
    {
      name: "features-not-to-routes",
      severity: "error",
      from: { path: "^app/(features|platform|jobs)/" },
      to: { path: "^app/(routes|root)" },
    },
    { name: "platform-not-to-features", severity: "error", from: { path: "^app/platform/" }, to: { path: "^app/(features|routes|jobs)/" } },
    { name: "emails-are-pure", severity: "error", from: { path: "^emails/" }, to: { path: "^(app/(features|platform|routes)/|db/)" } },
    {
      name: "server-modules-say-so",
      comment: "A runtime file of db/ or platform/ without .server in its name would be bundled for the browser.",
      severity: "error",
      from: { path: "^app/(routes|features|components)/" },
      to: {
        path: "^(db|app/platform)/",
        pathNot: ["\\.server\\.ts$", "types\\.generated\\.ts$", "^db/reference/(need-groups|development-goals|psks-elements)\\.ts$"],
      },
    },
    ...betweenFeatures,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|node_modules)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
