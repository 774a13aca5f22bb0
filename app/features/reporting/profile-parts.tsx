import type { ReactNode } from "react";
import { Icon } from "~/components/icon";
import { Motif, type MotifName } from "~/components/motif";
import { Breadcrumbs, type Crumb, Section } from "~/components/page";

/** The head of a profile: motif, name, what it is, badges. */
export function ProfileHead({
  crumbs,
  motif,
  name,
  meta,
  badges,
}: {
  crumbs: readonly Crumb[];
  motif: MotifName;
  name: string;
  meta: ReactNode;
  badges: ReactNode;
}) {
  return (
    <>
      <Breadcrumbs items={crumbs} />
      <div className="ph-head [padding:.25rem_0_1.75rem] flex gap-6 items-start">
        <Motif of={motif} size="xl" />
        <div className="min-w-0">
          <h1 className="max-w-[22ch]">{name}</h1>
          <p className="muted mt-2.5">{meta}</p>
          <div className="row mt-3">{badges}</div>
        </div>
      </div>
    </>
  );
}

/** Large figures, each with what it is counted from. */
export function Facts({ items }: { items: readonly { name: string; figure: string; base: string }[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.name}>
          <dt>{item.name}</dt>
          <dd className="n">
            {item.figure}
            <small>{item.base}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function OwnWords({ title, hint, text }: { title: string; hint: string; text: string }) {
  if (!text.trim()) return null;
  return (
    <Section title={title} hint={hint}>
      <div className="own" lang="id">
        <p className="prose">{text}</p>
      </div>
    </Section>
  );
}

export function Hidden({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="confd">
      <Icon name="lock" />
      <p>
        <b>{title}</b>
        <br />
        {children}
      </p>
    </div>
  );
}
