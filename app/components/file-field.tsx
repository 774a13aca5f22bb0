import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { commonMessages } from "./common-messages";
import { UploadList, type UploadedFile } from "./document-list";
import { FieldError, type FieldProps } from "./field";
import { fieldId } from "./form-state";
import { Icon } from "./icon";
import { useMessages } from "./language";

type Kind = "pdf" | "image" | "sheet" | "csv" | "text";

const accepts: { readonly [K in Kind]: string } = {
  pdf: "application/pdf,.pdf",
  image: "image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp",
  sheet: "text/csv,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,.xlsx",
  csv: "text/csv,.csv,text/plain,.txt",
  text: "text/plain,.txt,.sta,.mt940,.940",
};

type FileFieldProps = Omit<FieldProps, "defaultValue"> & {
  kinds?: readonly Kind[];
  maxMegabytes?: number;
  multiple?: boolean;
  /** What is stored already. */
  current?: readonly UploadedFile[] | undefined;
  note?: ReactNode;
  /** Taken with the camera; outbox.js sends each by itself, as a photo of this thing to this address. */
  photo?: { of: string; to: string };
};

/** A file with its allowed kinds and size in words; the browser's own control, so that it works everywhere. */
export function FileField(props: FileFieldProps) {
  const { name, label, id = fieldId(name), hint, error, required, disabled, optional, wide, className } = props;
  const { kinds = ["pdf", "image"], maxMegabytes = 10, multiple, current = [], note, photo } = props;
  const t = useMessages(commonMessages);
  const names = { pdf: t.kindPdf, image: t.kindImage, sheet: t.kindSheet, csv: "CSV", text: t.kindText };
  const allowed = kinds.map((kind) => names[kind]).join(` ${t.or} `);
  return (
    <div className={classNames("fld", wide && "wide", className)}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="muted"> ({t.optional})</span>}
      </label>
      {current.length > 0 && <UploadList items={current} />}
      <div className="drop">
        <Icon name="up" />
        <span className="muted" id={`${id}-jenis`}>
          {t.fileKinds(allowed, maxMegabytes)}
        </span>
        <input
          className="file"
          id={id}
          name={name}
          type="file"
          accept={kinds.map((kind) => accepts[kind]).join(",")}
          multiple={multiple}
          capture={photo && "environment"}
          data-photo-of={photo?.of}
          data-photo-to={photo?.to}
          required={required}
          disabled={disabled}
          data-max-bytes={maxMegabytes * 1024 * 1024}
          aria-invalid={error ? true : undefined}
          aria-describedby={classNames(error && `${id}-galat`, `${id}-jenis`, hint ? `${id}-petunjuk` : undefined)}
        />
        {note}
      </div>
      <FieldError id={`${id}-galat`} text={error} />
      {hint && (
        <p className="hint" id={`${id}-petunjuk`}>
          {hint}
        </p>
      )}
    </div>
  );
}
