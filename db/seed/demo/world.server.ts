import type { Kysely, Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { findActor } from "~/features/identity/load-actor.server";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

type Operation<Input, Output> = (trx: Transaction<DB>, actor: Actor, input: Input) => Promise<Output>;

/** What of the demo exists so far, by the keys of its data files, and how its people do things. */
export class World {
  readonly users = new Map<string, string>();
  readonly organizations = new Map<string, string>();
  readonly payeeAccounts = new Map<string, string>();
  readonly needs = new Map<string, string>();
  readonly programs = new Map<string, { proposalId: string; lines: string[]; indicators: string[] }>();
  readonly pledges = new Map<string, string>();
  readonly disbursements = new Map<string, string>();
  bankAccountId = "";
  /** How many identity numbers were made up so far: no two are the same. */
  invented = 0;
  /** The day of seeding, whatever day the history has come to. */
  readonly seedingDay = today();

  constructor(readonly db: Kysely<DB>) {}

  async actor(person: string): Promise<Actor> {
    const actor = await findActor(this.db, known(this.users, person));
    if (!actor) throw new Error(`Nobody is ${person}`);
    return actor;
  }

  /** One person does one operation, as the pages would: one transaction, with that person's rights. */
  async does<Input, Output>(person: string, operation: Operation<Input, Output>, input: Input): Promise<Output> {
    const actor = await this.actor(person);
    return this.db.transaction().execute((trx) => operation(trx, actor, input));
  }

  organization(key: string): string {
    return known(this.organizations, key);
  }

  program(key: string): { proposalId: string; lines: string[]; indicators: string[] } {
    return known(this.programs, key);
  }

  disbursement(program: string, n: number): { proposalId: string; disbursementId: string } {
    return { proposalId: this.program(program).proposalId, disbursementId: known(this.disbursements, `${program}/${n}`) };
  }
}

/** The key that a form would have carried. */
export function formKey(): { key: string } {
  return { key: newId() };
}

export function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`The demo has no ${key} yet`);
  return found;
}

export function fileOf(bytes: Uint8Array<ArrayBuffer>, name: string): File {
  return new File([bytes], name, { type: name.endsWith(".pdf") ? "application/pdf" : "image/jpeg" });
}
