import { about } from "./content/about";
import { accessibility } from "./content/accessibility";
import type { Content } from "./content/content-page";
import { data } from "./content/data";
import { help } from "./content/help";
import { howItWorks } from "./content/how-it-works";
import { privacy } from "./content/privacy";
import { terms } from "./content/terms";
import { verificationRules } from "./content/verification-rules";

/** The pages that the footer links to, by their address. */
const contents: Readonly<Record<string, Content>> = {
  tentang: about,
  "cara-kerja": howItWorks,
  "aturan-verifikasi": verificationRules,
  privasi: privacy,
  syarat: terms,
  aksesibilitas: accessibility,
  bantuan: help,
  data,
};

export const contentSlugs: readonly string[] = Object.keys(contents);

export function contentOf(slug: string): Content | undefined {
  return contents[slug];
}
