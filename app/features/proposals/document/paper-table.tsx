import { Text, View } from "@react-pdf/renderer";
import type { Column, PaperPart, Row } from "./paper";
import { styles, tableStyles } from "./paper-style";
import { printable } from "./printable";

type Table = Extract<PaperPart, { kind: "table" }>;

/** Lines of a cell up to which its row surely fits a page and is kept together, and letters of a line as wide as the page. */
const wholeRow = 24;
const lineLength = 90;

/** A table whose head is repeated on every page that it reaches, and whose rows are not split. */
export function PaperTable({ columns, rows, foot }: Table) {
  const widths = widthsOf(columns);
  const blocks = blocksOf(rows);
  return (
    <View style={styles.part}>
      <View style={tableStyles.head} fixed>
        {columns.map((column, at) => (
          <Text key={widths[at]?.key} style={[tableStyles.headCell, { width: widths[at]?.width ?? 0 }, right(column)]}>
            {printable(column.head)}
          </Text>
        ))}
      </View>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document is drawn once
        <View key={at} wrap={!block.every((row) => isShort(row, columns))}>
          {block.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document is drawn once
            <TableRow key={n} row={row} columns={columns} />
          ))}
          {foot && at === blocks.length - 1 && <Total foot={foot} columns={columns} />}
        </View>
      ))}
    </View>
  );
}

/** What stays on one page: a row; the head of a group with its first row. The total joins the last. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const open = blocks.at(-1);
    if (open?.at(-1)?.group) open.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function TableRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  const widths = widthsOf(columns);
  return (
    <View style={[tableStyles.row, row.group ? tableStyles.group : {}]}>
      {row.cells.map((cell, at) => (
        <View key={widths[at]?.key} style={[tableStyles.cell, { width: widths[at]?.width ?? 0 }, right(columns[at])]}>
          <Text style={row.group ? tableStyles.strong : {}}>{printable(cell.text)}</Text>
          {cell.small?.map((line) => (
            <Text key={line} style={styles.small}>
              {printable(line)}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

function Total({ foot, columns }: { foot: readonly string[]; columns: readonly Column[] }) {
  const widths = widthsOf(columns);
  return (
    <>
      <View style={tableStyles.total}>
        {foot.map((text, at) => (
          <View key={widths[at]?.key} style={[tableStyles.cell, { width: widths[at]?.width ?? 0 }, right(columns[at])]}>
            <Text style={tableStyles.strong}>{printable(text)}</Text>
          </View>
        ))}
      </View>
      <View style={tableStyles.double} />
    </>
  );
}

function right(column: Column | undefined) {
  return column?.align === "right" ? tableStyles.right : {};
}

function widthsOf(columns: readonly Column[]): { key: string; width: string }[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ head, width }) => ({ key: head, width: `${(100 * width) / whole}%` }));
}

/** Whether a row can stay on one page: what can't must be split, or its end would be lost. */
function isShort(row: Row, columns: readonly Column[]): boolean {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return row.cells.every(({ text, small = [] }, at) => {
    const length = (lineLength * (columns[at]?.width ?? 1)) / whole;
    return [...text.split("\n"), ...small].reduce((lines, line) => lines + Math.ceil(line.length / length), 0) <= wholeRow;
  });
}
