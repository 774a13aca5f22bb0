import { z } from "zod";
import { newsChoices } from "./news";

const choice = z.enum(newsChoices, { error: "not_a_choice" }).optional();

export const newsSchema = z.object({ pledges: choice, receipts: choice, programs: choice, reports: choice, desk: choice });
