import type { ReactNode } from "react";
import { Motif, type MotifName } from "~/components/motif";

const cloth: readonly MotifName[] = [
  "poleng",
  "nitik",
  "gringsing",
  "kawung",
  "lereng",
  "truntum",
  "lattice",
  "ceplok",
  "sekar",
  "udan",
  "sisik",
  "tambal",
];

/** A page with one small form beside the cloth of the twelve elements. */
export function AuthPage({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="auth">
      <div className="fm">
        <h1>{title}</h1>
        {lead && <p className="muted mt-2 mb-6">{lead}</p>}
        {children}
      </div>
      <div className="clothp" aria-hidden="true">
        {cloth.map((motif) => (
          <Motif key={motif} of={motif} />
        ))}
      </div>
    </div>
  );
}
