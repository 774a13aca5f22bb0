import { fieldId } from "~/components/form-state";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { formatRupiah } from "~/kernel/money";
import { type DraftMember, memberTotals } from "../proposal-draft";
import { type StepState, errorOf, requestsFor } from "./editor-fields";
import { Pinned, PinnedNotes } from "./pinned-notes";
import { RowInput } from "./row-input";
import { stepMessages } from "./step-messages";

const villageList = "desa-anggota";

/** The groups that propose together, each with its share of the budget as it stands. */
export function MembersStep({ state, villages }: { state: StepState; villages: readonly string[] }) {
  const t = useMessages(stepMessages).members;
  const { members, lines } = state.draft;
  const totals = memberTotals(lines);
  return (
    <Pinned state={state} field="members">
      <ul className="rabx ind" id="members">
        {members.map((member, index) => (
          <MemberRow key={member.id} state={state} member={member} n={index + 1} share={totals.get(member.id) ?? 0n} />
        ))}
      </ul>
      <datalist id={villageList}>
        {villages.map((village) => (
          <option key={village} value={village} />
        ))}
      </datalist>
      {members.length === 0 && <p className="muted small [padding:1rem_0]">{t.empty}</p>}
      {errorOf(state, "members") && <p className="err mt-2">{errorOf(state, "members")}</p>}
      {state.editable && (
        <button className="btn btn-o mt-3" type="submit" name="aksi" value="tambah-baris">
          <Icon name="plus" />
          {t.add}
        </button>
      )}
      <p className="hint">{t.privacy}</p>
    </Pinned>
  );
}

function MemberRow({ state, member, n, share }: { state: StepState; member: DraftMember; n: number; share: bigint }) {
  const t = useMessages(stepMessages).members;
  const name = (field: string) => `members.${member.id}.${field}`;
  const label = member.name || t.member(n);
  const input = { state, row: label, className: "lbl" };
  const requests = requestsFor(state, `members.${member.id}`);
  return (
    <li id={fieldId(`members.${member.id}`)}>
      <input type="hidden" name="members" value={member.id} />
      <RowInput {...input} name={name("name")} label={t.name} value={member.name} maxLength={80} />
      <RowInput {...input} name={name("village")} label={t.village} value={member.village} maxLength={160} list={villageList} />
      <RowInput {...input} name={name("coordinator")} label={t.coordinator} value={member.coordinator} maxLength={80} />
      <p className="small n [grid-column:1/-1]">
        {t.share} <b>{formatRupiah(share, state.language)}</b>
      </p>
      {state.editable && (
        <button className="icb" type="submit" name="aksi" value={`hapus-baris:${member.id}`} aria-label={t.remove(label)} formNoValidate>
          <Icon name="trash" />
        </button>
      )}
      {requests.length > 0 && (
        <div className="[grid-column:1/-1]">
          <PinnedNotes requests={requests} />
        </div>
      )}
    </li>
  );
}
