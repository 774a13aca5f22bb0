import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { commonMessages } from "./common-messages";
import { Icon } from "./icon";
import { useMessages } from "./language";

/** A question before something that can't be taken back. Without JavaScript the form goes straight to the server. */
export type Confirm = { title: string; text?: string; button: string; danger?: boolean };

type FormProps = {
  action?: string | undefined;
  method?: "post" | "get";
  /** The key that makes sending twice count once; made by the loader with `newId()`. */
  kunci?: string | undefined;
  /** Sends files too. */
  upload?: boolean;
  /** Where the form is kept while one types. */
  autosave?: string | undefined;
  /** Waits on the device while there is no signal, in the queue of this name; `fresh` when it answers nothing that was sent. */
  offline?: { queue: string; fresh: boolean } | undefined;
  confirm?: Confirm | undefined;
  labelledBy?: string | undefined;
  /** The server names every mistake beside its field, so the browser need not. */
  noValidate?: boolean;
  id?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

export function Form({
  action,
  method = "post",
  kunci,
  upload,
  autosave,
  offline,
  confirm,
  labelledBy,
  noValidate = true,
  id,
  className,
  children,
}: FormProps) {
  const t = useMessages(commonMessages);
  return (
    <form
      action={action}
      method={method}
      encType={upload ? "multipart/form-data" : undefined}
      noValidate={noValidate}
      id={id}
      className={className ?? "stack [--gap:1.125rem]"}
      aria-labelledby={labelledBy}
      data-once=""
      data-sending={t.sending}
      data-autosave={autosave}
      data-offline={offline?.queue}
      data-fresh={offline?.fresh || undefined}
      data-confirm={confirm && JSON.stringify({ ...confirm, cancel: t.cancel })}
    >
      {kunci && <input type="hidden" name="kunci" value={kunci} />}
      {children}
    </form>
  );
}

export function Hidden({ values }: { values: { readonly [name: string]: string | number | bigint | undefined } }) {
  return (
    <>
      {Object.entries(values).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value.toString()} key={name} />,
      )}
    </>
  );
}

type ActionFormProps = {
  action?: string | undefined;
  kunci?: string | undefined;
  hidden?: { readonly [name: string]: string | number | bigint | undefined };
  confirm?: Confirm | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** One button that changes one thing. */
export function ActionForm({ hidden = {}, className = "contents", children, ...form }: ActionFormProps) {
  return (
    <Form {...form} className={className}>
      <Hidden values={hidden} />
      {children}
    </Form>
  );
}

export function FormActions({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={classNames("acts", className)}>{children}</div>;
}

/** Where the text lives and since when; enhance.js writes into it while a form is kept. */
export function SaveBar({ state = "saved", text, children }: { state?: "saved" | "unsaved"; text: ReactNode; children?: ReactNode }) {
  return (
    <div className={classNames("save", state === "unsaved" && "off")} role="status" data-autosave-status="">
      <p>
        <Icon name={state === "saved" ? "check" : "off"} />
        <span data-autosave-text="">{text}</span>
      </p>
      {children && <div className="row gap-1">{children}</div>}
    </div>
  );
}
