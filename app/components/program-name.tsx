import { StatusBadge } from "./badge";
import { commonMessages } from "./common-messages";
import { useMessages } from "./language";

/** That a program answers an emergency. */
export function EmergencyMark({ urgent, className }: { urgent: boolean; className?: string }) {
  const t = useMessages(commonMessages);
  if (!urgent) return null;
  return (
    <StatusBadge tone="warn" className={className}>
      {t.emergency}
    </StatusBadge>
  );
}

/** A program's name in a row or a head: what somebody decides on or reads about, so an emergency is marked. Text goes without it. */
export function ProgramName({ title, urgent }: { title: string; urgent: boolean }) {
  return (
    <>
      <span lang="id">{title}</span>
      {urgent && <span className="sr">, </span>}
      <EmergencyMark urgent={urgent} className="ml-2 align-middle" />
    </>
  );
}
