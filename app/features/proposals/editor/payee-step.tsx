import { kilobytesOf } from "~/kernel/text";
import { StatusBadge } from "~/components/badge";
import { TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { fieldId } from "~/components/form-state";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { RadioGroup } from "~/components/choice-field";
import { formatDay } from "~/kernel/dates";
import type { EditorView } from "./editor-view.server";
import { type StepState, errorOf } from "./editor-fields";
import { Pinned } from "./pinned-notes";
import { stepMessages } from "./step-messages";

type PayeeStepProps = {
  state: StepState;
  view: Pick<EditorView, "payees" | "files" | "standingValid" | "standingValidUntil">;
  uploadError?: string | undefined;
};

export function PayeeStep({ state, view, uploadError }: PayeeStepProps) {
  const t = useMessages(stepMessages).payee;
  const disabled = !state.editable;
  return (
    <>
      <Pinned state={state} field="payeeAccountId">
        {view.payees.length === 0 ? (
          <p className="muted small" id="payeeAccountId">
            {t.none} <a href="/ruang/lembaga/rekening">{t.account}</a>
          </p>
        ) : (
          <RadioGroup
            name="payeeAccountId"
            label={t.account}
            look="list"
            options={view.payees.map((payee) => ({
              value: payee.id,
              label: (
                <>
                  {payee.bankName} <span className="n">···· {payee.ending}</span>{" "}
                  <StatusBadge tone={payee.verified ? "ok" : "warn"}>{payee.verified ? t.verified : t.waiting}</StatusBadge>
                </>
              ),
              hint: `${t.kind[payee.kind]}, ${t.holder(payee.holderName)}`,
            }))}
            defaultValue={state.draft.payeeAccountId ?? undefined}
            error={errorOf(state, "payeeAccountId")}
            disabled={disabled}
          />
        )}
      </Pinned>
      <h3 className="[font-size:var(--text-base)] [margin:1.5rem_0_.5rem]" id="standing">
        {t.standing}
      </h3>
      <p className="row">
        <StatusBadge tone={view.standingValid ? "ok" : "bad"}>
          {view.standingValid
            ? `${t.standingOk}${view.standingValidUntil ? ` · ${formatDay(view.standingValidUntil, state.language)}` : ""}`
            : (errorOf({ ...state, checked: true }, "standing") ?? t.waiting)}
        </StatusBadge>
      </p>
      <h3 className="[font-size:var(--text-base)] [margin:1.5rem_0_.25rem]">{t.files}</h3>
      <Pinned state={state} field="files">
        <p className="hint mb-2">{t.filesHint}</p>
        {errorOf(state, "files") && (
          <p className="err" id="files">
            {errorOf(state, "files")}
          </p>
        )}
        <AttachedFiles state={state} files={view.files} />
      </Pinned>
      {state.editable && (
        <div className="mt-4 grid gap-4">
          <FileField name="upload" label={t.upload} kinds={["image", "pdf"]} error={uploadError} />
          <TextField name="uploadTitle" label={t.uploadTitle} hint={t.uploadTitleHint} maxLength={120} />
          <RadioGroup
            name="uploadAccess"
            label={t.access}
            look="list"
            options={[
              { value: "public", label: t.public },
              { value: "parties", label: t.parties },
            ]}
            defaultValue="public"
          />
          <div>
            <button className="btn btn-o" type="submit" name="aksi" value="unggah">
              <Icon name="up" />
              {t.uploadButton}
            </button>
          </div>
        </div>
      )}
    </>
  );
}

function AttachedFiles({ state, files }: { state: StepState; files: EditorView["files"] }) {
  const t = useMessages(stepMessages).payee;
  return (
    <ul className="upl">
      {files.map((file) => {
        const photo = file.mediaType.startsWith("image/");
        const name = `files.${file.fileId}.title`;
        return (
          <li key={file.fileId}>
            <Icon name={photo ? "cam" : "doc"} />
            <div>
              <input type="hidden" name="files" value={file.fileId} />
              <label className="sr" htmlFor={fieldId(name)}>
                {t.fileTitle}
              </label>
              <input className="in" id={fieldId(name)} name={name} defaultValue={file.title} maxLength={120} disabled={!state.editable} />
              <small>
                <a href={`/berkas/${file.fileId}`}>{photo ? t.photo : t.document}</a> ·{" "}
                <span className="n">{kilobytesOf(file.sizeBytes)} KB</span>
              </small>
            </div>
            <div className="end">
              <StatusBadge tone="ok">{t.stored}</StatusBadge>
              {state.editable && (
                <button
                  className="icb"
                  type="submit"
                  name="aksi"
                  value={`hapus-baris:${file.fileId}`}
                  aria-label={t.remove(file.title)}
                  formNoValidate
                >
                  <Icon name="trash" />
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
