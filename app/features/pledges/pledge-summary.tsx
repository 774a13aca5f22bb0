import { AlurDana } from "~/components/alur-dana";
import { DescriptionList } from "~/components/description-list";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Aside, Panel } from "~/components/panel";
import { formatRupiah, formatRupiahShort, formatShare, type Rupiah, smaller } from "~/kernel/money";
import { pledgeFormMessages } from "./pledge-form-messages";
import type { PledgeableProgram } from "./pledge-form-queries.server";

/** What the pledge comes to, and where the program would stand with it. */
export function PledgeSummary({ program, amount }: { program: PledgeableProgram; amount: Rupiah }) {
  const t = useMessages(pledgeFormMessages);
  const language = useLanguage();
  const { target, committed } = program.flow;
  const preview = smaller(amount, program.left);
  const after = committed + preview;
  return (
    <Aside>
      <Panel>
        <h2 className="[font-size:var(--text-lg)]">{t.summary}</h2>
        <DescriptionList
          className="mt-3.5"
          items={[
            { term: t.pledge, value: <Money amount={amount} /> },
            { term: t.transferFee, value: <Money amount={0n} /> },
            { term: t.ourCut, value: <Money amount={0n} /> },
          ]}
        />
        <div className="row justify-between mt-4">
          <b>{t.toTransfer}</b>
          <b className="n dbl [font-size:1.125rem]">
            <Money amount={amount} />
          </b>
        </div>
        <div className="mt-6">
          <AlurDana flow={program.flow} size="strip" height={46} preview={preview} />
        </div>
        <p className="small mt-2">
          {t.after(
            formatRupiahShort(after, language),
            formatRupiahShort(target, language),
            formatShare(after, target, language),
            formatRupiah(target - after, language),
          )}
        </p>
        <p className="hint mt-3.5">{t.dashed}</p>
      </Panel>
    </Aside>
  );
}
