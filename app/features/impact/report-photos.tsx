import { Button, ButtonLink } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { Photo } from "~/components/photo";
import type { ReportSheet } from "./report-queries.server";
import { reportWorkspaceMessages } from "./report-workspace-messages";

/** The pictures of a report with their captions, each loaded only when asked for. */
export function ReportPhotos({ sheet, address, mayWrite }: { sheet: ReportSheet; address: string; mayWrite: boolean }) {
  const t = useMessages(reportWorkspaceMessages);
  return (
    <Box title={t.photos} id="foto">
      {sheet.photos.length === 0 && <p className="muted small">{t.noPhotos}</p>}
      <div className="stack [--gap:1rem]">
        {sheet.photos.map((photo) => (
          <div key={photo.fileId}>
            <Photo
              src={`/berkas/${photo.fileId}`}
              alt={photo.caption}
              caption={photo.caption}
              kilobytes={Math.ceil(photo.sizeBytes / 1024)}
            />
            {mayWrite && (
              <ActionForm action={`${address}/foto/${photo.fileId}/hapus`}>
                <Button kind="quiet" icon="trash" aria-label={`${t.removePhoto}: ${photo.caption}`}>
                  {t.removePhoto}
                </Button>
              </ActionForm>
            )}
          </div>
        ))}
      </div>
      {mayWrite && (
        <ButtonLink kind="outline" block icon="cam" to={`${address}/foto`} className="mt-3">
          {t.addPhoto}
        </ButtonLink>
      )}
    </Box>
  );
}
