import type { Language } from "./messages";

const words: { readonly [L in Language]: readonly string[] } = {
  id: ["Nol", "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan", "Sepuluh", "Sebelas", "Dua belas"],
  en: ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"],
};

/** A small count as the word that begins a title; from thirteen on its digits. */
export function spelled(language: Language, count: number): string {
  return words[language][count] ?? String(count);
}
