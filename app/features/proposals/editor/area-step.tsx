import { DateField, Fields, TextField } from "~/components/field";
import { useMessages } from "~/components/language";
import type { Area } from "~/features/areas/area";
import { AreaField } from "~/features/areas/area-field";
import { type StepState, errorOf, typedOr } from "./editor-fields";
import { Pinned } from "./pinned-notes";
import { stepMessages } from "./step-messages";

type AreaStepProps = { state: StepState; area: Area | undefined; search: { q: string; results: readonly Area[] } | undefined };

export function AreaStep({ state, area, search }: AreaStepProps) {
  const t = useMessages(stepMessages).area;
  const { draft } = state;
  const disabled = !state.editable;
  const day = (field: "startsOn" | "endsOn" | "openUntil") => ({
    name: field,
    defaultValue: typedOr(state, field, draft[field] ?? ""),
    error: errorOf(state, field),
    disabled,
  });
  return (
    <>
      <Pinned state={state} field="areaCode">
        <AreaField name="areaCode" label={t.area} chosen={area} search={search} error={errorOf(state, "areaCode")} disabled={disabled} />
      </Pinned>
      <div className="mt-4">
        <Pinned state={state} field="place">
          <TextField
            name="place"
            label={t.place}
            hint={t.placeHint}
            optional
            maxLength={120}
            defaultValue={draft.place}
            error={errorOf(state, "place")}
            disabled={disabled}
          />
        </Pinned>
      </div>
      <Fields columns={3} className="mt-4">
        <Pinned state={state} field="startsOn">
          <DateField {...day("startsOn")} label={t.starts} />
        </Pinned>
        <Pinned state={state} field="endsOn">
          <DateField {...day("endsOn")} label={t.ends} />
        </Pinned>
        <Pinned state={state} field="openUntil">
          <DateField {...day("openUntil")} label={t.open} hint={t.openHint} />
        </Pinned>
      </Fields>
    </>
  );
}
