import { importStatement } from "~/features/reconciliation/import-statement.server";
import type { Rupiah } from "~/kernel/money";
import { writeKlikBcaCsv } from "../klikbca-csv";
import type { Timeline } from "./timeline";
import type { World } from "./world.server";

type PlannedLine = { day: number; direction: "in" | "out"; amount: Rupiah | (() => Promise<Rupiah>); describe: () => Promise<string> };

/** Days before the day of seeding whose movements the reconciler imports only today. */
const leftForToday = 3;

/** The bank's side of the history: movements are written into statement files, and the reconciler imports those. */
export class Statements {
  private readonly lines: PlannedLine[] = [];
  private balance: Rupiah = 0n;

  constructor(
    private readonly world: World,
    private readonly timeline: Timeline,
  ) {}

  add(line: PlannedLine): void {
    this.lines.push(line);
  }

  /** Plans one import for every day on which money moved; the last days together, today. */
  planImports(): void {
    const days = [...new Set(this.lines.map(({ day }) => day))].sort((a, b) => a - b);
    const earlier = days.filter((day) => day < -leftForToday);
    for (const day of earlier) this.timeline.on(day, "16.10", `the statement of day ${day} is imported`, () => this.import(day, day));
    const recent = days.filter((day) => day >= -leftForToday);
    const first = recent[0];
    if (first !== undefined) this.timeline.on(0, "08.55", "today's statement is imported", () => this.import(first, -1));
  }

  private async import(from: number, to: number): Promise<void> {
    const planned = this.lines.filter(({ day }) => day >= from && day <= to).sort((a, b) => a.day - b.day);
    const opening = this.balance;
    const lines = [];
    for (const { day, direction, amount, describe } of planned) {
      const rupiah = typeof amount === "bigint" ? amount : await amount();
      lines.push({ day: this.timeline.day(day), direction, amount: rupiah, description: await describe() });
      this.balance += direction === "in" ? rupiah : -rupiah;
    }
    const account = await this.world.db.selectFrom("bank_accounts").selectAll().executeTakeFirstOrThrow();
    const csv = writeKlikBcaCsv({
      accountNumber: account.number,
      holderName: account.holder_name,
      from: this.timeline.day(from),
      to: this.timeline.day(to),
      opening,
      lines,
    });
    const fileName = `mutasi_0071_${this.timeline.day(to).replaceAll("-", "")}.csv`;
    await this.world.does("rekonsiliator", importStatement, { bankAccountId: account.id, fileName, bytes: new TextEncoder().encode(csv) });
  }
}
