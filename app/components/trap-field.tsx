import { commonMessages } from "./common-messages";
import { useMessages } from "./language";

/** A field that people neither see nor reach by keyboard: programs that fill in everything give themselves away. The action reads `situs`. */
export function TrapField() {
  const t = useMessages(commonMessages);
  return (
    <div className="absolute w-px h-px overflow-hidden [clip-path:inset(50%)]" aria-hidden="true">
      <label>
        {t.trap}
        <input name="situs" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  );
}
