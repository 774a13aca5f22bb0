import type { Language } from "~/kernel/messages";
import type { Sentences } from "./sentence-parts";
import { sentencesEn } from "./sentences-en";
import { sentencesId } from "./sentences-id";

export const sentences: { readonly [L in Language]: Sentences } = { id: sentencesId, en: sentencesEn };
