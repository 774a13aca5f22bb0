import { HashChain } from "~/components/hash-chain";
import { useMessages } from "~/components/language";
import { TableScroll } from "~/components/table";
import { ledgerMessages } from "./ledger-messages";

type ChainSample = { seq: bigint; hash: string; input?: string };

/** What the chain is, two entries of it, and how to recompute it. */
export function ChainExplained({ sample, file, href }: { sample: readonly ChainSample[]; file: string; href: string }) {
  const t = useMessages(ledgerMessages);
  return (
    <>
      <div className="grid g11 gap-8">
        <div className="prose">
          <p>{t.explain1}</p>
          <p>{t.explain2}</p>
        </div>
        <HashChain
          makes={t.makes}
          links={sample.map((entry) => ({
            key: String(entry.seq),
            label: t.entryName(String(entry.seq)),
            hash: entry.hash,
            ...(entry.input ? { input: entry.input } : {}),
          }))}
        />
      </div>
      <p className="lab mt-5">{t.recompute}</p>
      <TableScroll label={t.commandLabel}>
        <pre className="cmd min-w-max">
          {`curl -O ${href}\ncurl -O ${new URL("/data/verify-chain.mjs", href).href}\nnode verify-chain.mjs ${file}`}
        </pre>
      </TableScroll>
      <p className="hint mt-2">
        {t.commandHint} <a href="/data/verify-chain.mjs">{t.commandFile}</a>
      </p>
    </>
  );
}
