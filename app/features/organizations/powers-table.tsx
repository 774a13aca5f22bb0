import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { TableScroll } from "~/components/table";
import type { OrganizationKind } from "~/features/identity/actor";
import { powersOf } from "~/features/identity/powers";
import { organizationsMessages } from "./organizations-messages";
import { rolesOf } from "./roles";
import { teamMessages } from "./team-messages";

/** Which role may do what. */
export function PowersTable({ kind }: { kind: OrganizationKind }) {
  const t = useMessages(teamMessages);
  const names = useMessages(organizationsMessages);
  const roles = rolesOf(kind);
  return (
    <TableScroll label={t.powers}>
      <table className="led vs wew">
        <thead>
          <tr>
            <th scope="col">{t.may}</th>
            {roles.map((role) => (
              <th scope="col" key={role}>
                {names.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {powersOf(kind).map(([power, holders]) => (
            <tr key={power}>
              <td>{names.powers[power]}</td>
              {roles.map((role) =>
                holders.includes(role) ? (
                  <td className="y" key={role}>
                    <span className="sr">{t.yes}</span>
                    <Icon name="check" />
                  </td>
                ) : (
                  <td key={role}>
                    <span className="muted">
                      –<span className="sr">{t.no}</span>
                    </span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
