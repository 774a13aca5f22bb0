import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { Table } from "~/components/table";
import { referralMessages } from "./referral-messages";
import type { ServiceView } from "./service-queries.server";

/** What an LK3 or LKS offers, for whom and where, and the way there; nothing for an organisation without services. */
export function PublicServices({ services }: { services: readonly ServiceView[] }) {
  const t = useMessages(referralMessages);
  const language = useLanguage();
  if (services.length === 0) return null;
  return (
    <Section title={t.title} hint={t.publicHint} id="layanan">
      <Table
        label={t.title}
        rows={services}
        rowKey={(service) => service.id}
        columns={[
          {
            head: t.service,
            cell: (service) => (
              <>
                {t.kinds[service.kind]}
                <small>{service.area}</small>
              </>
            ),
          },
          { head: t.forWhom, label: t.forWhom, cell: (service) => service.groups.map((group) => group[language]).join(", ") },
          { head: t.hours, label: t.hours, cell: (service) => <span lang="id">{service.hours}</span> },
        ]}
      />
      <p className="hint">{t.publicWay}</p>
    </Section>
  );
}
