/** A box filled to a level of proof: 0 not pledged (dashed), 1 pledged to 4 accounted for. Stands before a money state's name. */
export function LevelMark({ level, label }: { level: 0 | 1 | 2 | 3 | 4; label?: string }) {
  const top = level === 4 ? 0.6 : 16 - level * 4;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label or hidden
    <svg className="lv" viewBox="0 0 13 16" {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}>
      <rect className="o" x=".6" y=".6" width="11.8" height="14.8" strokeDasharray={level === 0 ? "2 2" : undefined} />
      {level > 0 && <rect className={`f${level}`} x=".6" y={top} width="11.8" height={level === 4 ? 14.8 : level * 4 - 0.6} />}
      {level > 0 && <path className="t" d={`M.6 ${top}h11.8`} />}
    </svg>
  );
}
