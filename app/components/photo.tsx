import type { ReactNode } from "react";
import { commonMessages } from "./common-messages";
import { Icon } from "./icon";
import { useMessages } from "./language";
import { Motif, type MotifName } from "./motif";

type PhotoProps = {
  src: string;
  alt: string;
  caption?: ReactNode;
  kilobytes?: number | undefined;
  width?: number;
  height?: number;
  motif?: MotifName;
  /** Loads with the page: only for the one picture that the page is about. */
  eager?: boolean;
};

/** A photo that loads only when asked for, so that reading costs little. Opening the details lets the browser fetch it. */
export function Photo({ src, alt, caption, kilobytes, width = 800, height = 600, motif = "polos", eager }: PhotoProps) {
  const t = useMessages(commonMessages);
  const picture = <img src={src} alt={alt} width={width} height={height} loading={eager ? "eager" : "lazy"} decoding="async" />;
  return (
    <figure className="pho">
      {eager ? (
        <div className="im">{picture}</div>
      ) : (
        <details className="im">
          <summary>
            <Motif of={motif} />
            <span className="btn btn-o bg-surface">
              <Icon name="img" />
              {t.loadPhoto(kilobytes?.toString() ?? "")}
            </span>
          </summary>
          {picture}
        </details>
      )}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
