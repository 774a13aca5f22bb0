import { DayText } from "./day-text";
import { Box } from "./panel";

/** What somebody wrote to the other side, and on which day; people write in Indonesian whatever language a page is read in. */
export function WordsBox({ title, text, day }: { title: string; text: string; day: Date | null }) {
  return (
    <Box title={title} aside={day && <DayText className="small muted" value={day} />}>
      <p className="prose" lang="id">
        {text}
      </p>
    </Box>
  );
}
