/** Elements whose organisations may hold the bank account for another organisation. */
export const sponsorElements = ["lks", "lk3", "karang_taruna"] as const;
