import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { TableScroll } from "~/components/table";
import type { OrganizationKind } from "~/features/identity/actor";
import { organizationsMessages } from "./organizations-messages";
import { powers, rolesOf } from "./roles";
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
          {powers[kind].map((power) => (
            <tr key={power.key}>
              <td>{names.powers[power.key] ?? power.key}</td>
              {roles.map((role) =>
                power.roles.includes(role) ? (
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
