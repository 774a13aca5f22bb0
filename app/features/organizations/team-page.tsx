import { Badge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, SelectField, TextField } from "~/components/field";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { Icon } from "~/components/icon";
import { useFormState, useMessages } from "~/components/language";
import { Reasons } from "~/components/note";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { auditActionTexts } from "~/features/audit/audit-action-texts";
import { holdsMoney } from "~/features/identity/second-factor/money-roles";
import type { InvitationView, MemberView } from "./member-queries.server";
import { teamAddressOf, workspaceOf } from "./organization";
import { organizationsErrors, organizationsMessages, organizationsRefusals } from "./organizations-messages";
import { PowersTable } from "./powers-table";
import { managingRole, rolesOf } from "./roles";
import { teamMessages } from "./team-messages";
import type { TeamData } from "./team-page.server";
import { teamReasons } from "./team-reasons";

type Result = Parameters<typeof useFormState>[0];

const firstInvited = { community: "treasurer", company: "approver", platform: "verifier", practitioner: "practitioner" } as const;

function apartTexts(t: { apart: string; apartCompany: string; apartPlatform: string }) {
  return { community: t.apart, company: t.apartCompany, platform: t.apartPlatform, practitioner: "" };
}

/** Who works for an organisation, who is invited, and what each role may do. */
export function TeamPage({ data, result }: { data: TeamData; result: Result }) {
  const t = useMessages(teamMessages);
  return (
    <Page>
      <PageHead title={t.title(data.members.length, data.invitations.length)} meta={t.lead} />
      <div className="two">
        <DocumentPaper>
          <Section title={t.members} hint={t.membersHint}>
            <ul className="mem">
              {data.members.map((member) => (
                <Member key={member.userId} member={member} data={data} />
              ))}
              {data.invitations.map((invitation) => (
                <Invitation key={invitation.id} invitation={invitation} data={data} />
              ))}
            </ul>
          </Section>
          {data.mayManage && (
            <Section title={t.invite}>
              <Invite data={data} result={result} />
            </Section>
          )}
          <Section title={t.powers} hint={t.powersHint}>
            <PowersTable kind={data.kind} />
            <p className="hint">{apartTexts(t)[data.kind]}</p>
          </Section>
          {data.events.length > 0 && (
            <Section title={t.log}>
              <Events data={data} />
            </Section>
          )}
        </DocumentPaper>
        <Aside>
          <Panel>
            <h2 className="[font-size:var(--text-lg)]">{t.safety}</h2>
            <Reasons className="mt-2.5" items={teamReasons(data.kind, data.members, t)} />
          </Panel>
        </Aside>
      </div>
    </Page>
  );
}

function Member({ member, data }: { member: MemberView; data: TeamData }) {
  const t = useMessages(teamMessages);
  const names = useMessages(organizationsMessages).roles;
  const own = member.userId === data.userId;
  return (
    <li>
      <span className="ini">
        <Icon name="user" />
      </span>
      <div>
        <b>
          {member.roles.map((role) => names[role]).join(", ")} {own && <span className="muted">({t.you})</span>}
        </b>
        <small>{member.name}</small>
        <small className="[overflow-wrap:anywhere]">
          {member.email} · {t.since} <DayText value={member.since} />
        </small>
      </div>
      <FactorState member={member} />
      {data.mayManage || own ? (
        <ButtonLink kind="quiet" to={`${teamAddressOf(data.kind)}/${member.userId}`}>
          {t.change}
        </ButtonLink>
      ) : member.roles.includes(managingRole(data.kind)) ? (
        <Badge>{t.manager}</Badge>
      ) : (
        <span />
      )}
    </li>
  );
}

function FactorState({ member }: { member: MemberView }) {
  const t = useMessages(teamMessages);
  if (member.secondFactor) {
    return (
      <div className="st y">
        <Icon name="shield" />
        <span>{t.factorOn}</span>
      </div>
    );
  }
  const due = holdsMoney(member);
  return (
    <div className={due ? "st x" : "st m"}>
      <Icon name="warn" />
      <span>
        {t.factorMissing}
        <span className="s0">{due ? t.factorDue : t.factorOptional}</span>
      </span>
    </div>
  );
}

function Invitation({ invitation, data }: { invitation: InvitationView; data: TeamData }) {
  const t = useMessages(teamMessages);
  const names = useMessages(organizationsMessages).roles;
  const address = `${teamAddressOf(data.kind)}/undangan/${invitation.id}`;
  const hidden = { organizationId: data.organizationId };
  return (
    <li>
      <span className="ini w">
        <Icon name="mail" />
      </span>
      <div>
        <b>{names[invitation.role]}</b>
        <small>
          {invitation.email} · {t.invitedBy(invitation.inviter)} <DayText value={invitation.createdAt} />
        </small>
      </div>
      <div className="st w">
        <Icon name="clock" />
        <span>
          {invitation.validUntil < data.today ? t.expired : t.waiting}
          <span className="s0">
            {t.linkUntil} <DayText value={invitation.validUntil} />
          </span>
        </span>
      </div>
      {data.mayManage ? (
        <span className="row gap-1">
          <ActionForm action={address} hidden={{ ...hidden, aksi: "kirim-ulang" }}>
            <Button kind="quiet">{t.resend}</Button>
          </ActionForm>
          <ActionForm action={address} hidden={hidden}>
            <Button kind="quiet">{t.cancel}</Button>
          </ActionForm>
        </span>
      ) : (
        <span />
      )}
    </li>
  );
}

function Invite({ data, result }: { data: TeamData; result: Result }) {
  const t = useMessages(teamMessages);
  const names = useMessages(organizationsMessages).roles;
  const texts = { ...useMessages(organizationsRefusals), ...useMessages(organizationsErrors) };
  const form = useFormState(result, { texts, defaults: { role: firstInvited[data.kind] } });
  return (
    <Form kunci={data.key}>
      <ErrorSummary form={form} />
      <Hidden values={{ organizationId: data.organizationId }} />
      <Fields columns={2}>
        <TextField {...form.field("email")} label={t.email} type="email" autoComplete="off" required />
        <SelectField
          {...form.field("role")}
          label={t.role}
          options={rolesOf(data.kind).map((role) => ({ value: role, label: names[role] }))}
        />
      </Fields>
      <FormActions>
        <Button>{t.send}</Button>
      </FormActions>
      <p className="hint">{data.kind === "community" ? t.sendHint : t.sendHintCompany}</p>
    </Form>
  );
}

function Events({ data }: { data: TeamData }) {
  const t = useMessages(teamMessages);
  const names = useMessages(auditActionTexts);
  const activity = data.kind === "platform" ? "/admin/audit" : `${workspaceOf(data.kind)}/aktivitas`;
  return (
    <>
      <ul className="log">
        {data.events.map((event) => (
          <li key={event.id}>
            <span className="w">
              <DayText value={event.at} form="short" />, <DayText value={event.at} form="time" />
            </span>
            <span>{names[event.action]}</span>
            <span className="who0">{event.actor ?? t.system}</span>
          </li>
        ))}
      </ul>
      <FormActions>
        <ButtonLink kind="quiet" to={activity}>
          {t.allActivity}
        </ButtonLink>
      </FormActions>
    </>
  );
}
