import { RadioGroup } from "~/components/choice-field";
import { TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import type { FormState } from "~/components/form-state";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { longestFileTitle } from "~/features/files/file";
import { type Evidence, mostEvidence } from "./evidence";
import { EvidenceList } from "./evidence-list";
import { evidenceMessages } from "./evidence-messages";

type EvidenceFieldsProps = {
  evidence: readonly Evidence[];
  form: FormState;
  /** A file was chosen and the form could not be taken: browsers forget it. */
  again?: boolean | undefined;
};

/** The files of an amendment that is being written, and the fields of one more; a part of the form about the reason. */
export function EvidenceFields({ evidence, form, again }: EvidenceFieldsProps) {
  const t = useMessages(evidenceMessages);
  return (
    <section id="lampiran" aria-labelledby="judul-lampiran">
      <h3 className="[font-size:var(--text-base)] [margin:1.5rem_0_.25rem]" id="judul-lampiran">
        {t.title}
      </h3>
      <p className="hint mb-2">{t.hint(mostEvidence)}</p>
      <EvidenceList evidence={evidence} opens="all" actions={(one) => <RemoveButton {...one} />} />
      {evidence.length >= mostEvidence ? (
        <p className="small muted mt-4">{t.full(mostEvidence)}</p>
      ) : (
        <div className="mt-4 grid gap-4">
          <FileField
            name="file"
            label={t.file}
            error={form.error("file") ?? (again ? t.again : undefined)}
            kinds={["image", "pdf"]}
            optional
          />
          <TextField {...form.field("uploadTitle")} label={t.name} hint={t.nameHint} maxLength={longestFileTitle} />
          <RadioGroup
            name="uploadAccess"
            label={t.access}
            options={[
              { value: "parties", label: t.parties, hint: t.partiesHint },
              { value: "public", label: t.public, hint: t.publicHint },
            ]}
            defaultValue={form.field("uploadAccess").defaultValue ?? "parties"}
          />
          <div>
            <button className="btn btn-o" type="submit" name="aksi" value="unggah">
              <Icon name="up" />
              {t.upload}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

function RemoveButton({ fileId, title }: Evidence) {
  const t = useMessages(evidenceMessages);
  return (
    <button className="icb" type="submit" name="aksi" value={`hapus-lampiran:${fileId}`} aria-label={t.remove(title)} formNoValidate>
      <Icon name="trash" />
    </button>
  );
}
