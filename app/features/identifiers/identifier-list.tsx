import { DescriptionList } from "~/components/description-list";
import { useMessages } from "~/components/language";
import { maskedIdentifier } from "./identifier";
import { identifierMessages } from "./identifier-messages";
import type { IdentifierView } from "./identifier-queries.server";

type Item = IdentifierView & { twins?: readonly string[] };

/** Masked numbers, each with its way to open it; the desk also reads what is odd about it. */
export function IdentifierList({ items, mayReveal }: { items: readonly Item[]; mayReveal: boolean }) {
  const t = useMessages(identifierMessages);
  if (items.length === 0) return <p className="muted">{t.none}</p>;
  return (
    <DescriptionList
      items={items.map((item) => ({
        term: t.kinds[item.kind],
        value: (
          <>
            <span className="n">{maskedIdentifier(item.lastFour)}</span>
            {mayReveal && (
              <>
                {" "}
                <a href={`/identitas/${item.id}`} aria-label={`${t.show}: ${t.kinds[item.kind]}`}>
                  {t.show}
                </a>
              </>
            )}
            {mayReveal && item.doubtful && <small className="muted block">{t.doubtful}</small>}
            {item.twins && item.twins.length > 0 && <small className="muted block">{t.twins(item.twins.join(", "))}</small>}
          </>
        ),
      }))}
    />
  );
}
