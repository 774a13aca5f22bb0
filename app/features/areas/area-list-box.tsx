import { Button } from "~/components/button";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import type { Area } from "./area";
import { AreaField } from "./area-field";
import { areaMessages } from "./area-messages";

type AreaListBoxProps = {
  title: string;
  hint: string;
  field: string;
  add: string;
  /** What is said while there is none. */
  none?: string;
  /** The last one can't be removed, since without any there is nothing to do. */
  keepsLast?: boolean;
  /** What both forms carry along: whose areas these are. */
  hidden: { readonly [name: string]: string };
  areas: readonly { code: string; label: string }[];
  search?: { q: string; results: readonly Area[] } | undefined;
  error?: string | undefined;
  readOnly?: boolean;
};

/**
 * A list of areas of any level, with a way out for each and a form for one more. Its forms send `aksi`: `cari-wilayah` (the search without
 * JavaScript), `tambah-wilayah` or `keluarkan`, with `areaCode`.
 */
export function AreaListBox({ title, hint, field, add, none, keepsLast, hidden, areas, search, error, readOnly }: AreaListBoxProps) {
  const t = useMessages(areaMessages);
  const removable = !readOnly && (!keepsLast || areas.length > 1);
  return (
    <Box title={title} id="wilayah">
      <p className="hint mb-3">{hint}</p>
      {areas.length === 0 && none && <p className="muted">{none}</p>}
      <ul className="recs">
        {areas.map((area) => (
          <li key={area.code}>
            <div className="min-w-0">{area.label}</div>
            {removable && (
              <div className="side">
                <ActionForm hidden={{ ...hidden, aksi: "keluarkan", areaCode: area.code }}>
                  <Button kind="quiet" aria-label={t.remove(area.label)}>
                    {t.removeButton}
                  </Button>
                </ActionForm>
              </div>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Form className="mt-4" action="#wilayah">
          <Hidden values={hidden} />
          <AreaField name="areaCode" label={field} search={search} error={error} />
          <FormActions>
            <Button kind="outline" name="aksi" value="tambah-wilayah">
              {add}
            </Button>
          </FormActions>
        </Form>
      )}
    </Box>
  );
}
