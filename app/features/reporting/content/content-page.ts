import type { Language } from "~/kernel/messages";

export type ContentSection = {
  title: string;
  text: readonly string[];
  items?: readonly string[];
  links?: readonly { href: string; label: string }[];
};
export type ContentPage = { title: string; lead: string; sections: readonly ContentSection[] };
export type Content = Readonly<Record<Language, ContentPage>>;
