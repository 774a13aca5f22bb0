import { Button } from "~/components/button";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import type { Area } from "~/features/areas/area";
import { AreaField } from "~/features/areas/area-field";
import { practitionerMessages } from "./practitioner-messages";

type WorkAreaBoxProps = {
  organizationId: string;
  areas: readonly { code: string; label: string }[];
  search?: { q: string; results: readonly Area[] } | undefined;
  error?: string | undefined;
};

/** Where a practitioner works, with a way out for each area and a form for one more. */
export function WorkAreaBox({ organizationId, areas, search, error }: WorkAreaBoxProps) {
  const t = useMessages(practitionerMessages);
  return (
    <Box title={t.area} id="wilayah">
      <p className="hint mb-3">{t.areaHint}</p>
      <ul className="recs">
        {areas.map((area) => (
          <li key={area.code}>
            <div className="min-w-0">{area.label}</div>
            {areas.length > 1 && (
              <div className="side">
                <ActionForm hidden={{ aksi: "keluarkan", organizationId, areaCode: area.code }}>
                  <Button kind="quiet" aria-label={t.remove(area.label)}>
                    {t.removeButton}
                  </Button>
                </ActionForm>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Form className="mt-4">
        <Hidden values={{ organizationId }} />
        <AreaField name="areaCode" label={t.areaField} search={search} error={error} />
        <FormActions>
          <Button kind="outline" name="aksi" value="tambah-wilayah">
            {t.add}
          </Button>
        </FormActions>
      </Form>
    </Box>
  );
}
