import { Button, IconButton } from "./button";
import { PageScript } from "./device";

export type StepWords = {
  /** "{n}" and "{all}" are filled in by the script. */
  of: string;
  next: string;
  left: string;
  back: string;
  [titles: string]: string;
};

/**
 * On phones a long form shows one part at a time: what carries the same `data-step` number is one part, its first element has the title.
 * steps.js does it; without it, and on wide screens, the form is one page.
 */
export function StepBar({ words }: { words: StepWords }) {
  return (
    <div className="stepbar" hidden data-step-bar={JSON.stringify(words)}>
      <div className="row gap-2 flex-nowrap">
        <IconButton icon="back" label={words.back} data-step-back="" />
        <h2 tabIndex={-1}>
          <b />
          <span />
        </h2>
      </div>
      <div className="dots" aria-hidden="true" />
      <PageScript name="steps" />
    </div>
  );
}

/** Leads to the next part; stands where the parts end. */
export function StepNext() {
  return (
    <div className="stepnext" hidden data-step-next="">
      <Button type="button" size="large" block />
    </div>
  );
}
