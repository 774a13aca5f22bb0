import type { ReactNode } from "react";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import type { OpenRequest } from "../draft-queries.server";
import type { RevisionReason } from "../proposal";
import { proposalMessages } from "../proposal-messages";
import { editorMessages } from "./editor-messages";
import { type StepState, requestsFor } from "./editor-fields";

/** A field with what the verifiers asked for, right at it. */
export function Pinned({
  state,
  field,
  className,
  children,
}: {
  state: StepState;
  field: string;
  className?: string;
  children?: ReactNode;
}) {
  const requests = requestsFor(state, field);
  if (requests.length === 0) return <>{children}</>;
  return (
    <div className={className}>
      <PinnedNotes requests={requests} />
      {children}
    </div>
  );
}

export function PinnedNotes({ requests }: { requests: readonly OpenRequest[] }) {
  const t = useMessages(editorMessages);
  const words = useMessages(proposalMessages);
  return (
    <>
      {requests.map((request) => (
        <Note
          key={request.id}
          tone="warn"
          className="mb-3"
          title={`${t.note}: ${words.revisionReason[request.reasonCode as RevisionReason] ?? request.reasonCode}`}
        >
          {request.note}
        </Note>
      ))}
    </>
  );
}
