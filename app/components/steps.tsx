import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { commonMessages } from "./common-messages";
import { Icon } from "./icon";
import { useMessages } from "./language";

type State = "done" | "now" | "next";

/** Where one is in a form of several steps; every step that is done can be gone back to. */
export function Steps({ label, steps }: { label: string; steps: readonly { label: string; state: State; href?: string | undefined }[] }) {
  const t = useMessages(commonMessages);
  return (
    <ol className="prog" aria-label={label}>
      {steps.map((step, index) => (
        <li className={step.state === "done" ? "dn" : undefined} aria-current={step.state === "now" ? "step" : undefined} key={step.label}>
          {step.state === "done" ? <Icon name="check" label={t.done} /> : <b className="n">{index + 1}</b>}
          <span>{step.href && step.state !== "now" ? <a href={step.href}>{step.label}</a> : step.label}</span>
        </li>
      ))}
    </ol>
  );
}

/** The paper that holds numbered steps. */
export function StepPaper({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={classNames("paper flush stp", className)}>{children}</div>;
}

type StepProps = { number: number; title: ReactNode; state?: State; id?: string | undefined; aside?: ReactNode; children?: ReactNode };

/** One numbered part of a form. */
export function Step({ number, title, state = "now", id, aside, children }: StepProps) {
  return (
    <section className={state === "next" ? undefined : state} id={id}>
      <div className="num">{state === "done" ? <Icon name="check" /> : number}</div>
      <div className="stack min-w-0">
        <div className="row justify-between">
          <h2>{title}</h2>
          {aside}
        </div>
        {children}
      </div>
    </section>
  );
}
