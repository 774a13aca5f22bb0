import { Fragment, type ReactNode } from "react";
import { classNames } from "./class-names";

export type Column<Row> = {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "right";
  /** The column's name where rows become cards on phones; the first column needs none. */
  label?: string;
  /** Drops out on phones: only for what the row says elsewhere. */
  hideOnPhone?: boolean;
  className?: string;
};

type TableProps<Row> = {
  caption?: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** One cell for each column, under a double rule. */
  foot?: readonly ReactNode[];
  /** Rows become cards on phones. */
  stack?: boolean;
  /** A heading row before the first row of each group. */
  group?: (row: Row) => { key: string; cells: readonly ReactNode[] };
  empty?: ReactNode;
  current?: (row: Row) => boolean;
  /** Name of the region that scrolls sideways where the table is wider than its place. */
  label?: string | undefined;
  className?: string | undefined;
};

/** A ledger: head rule, hairlines, figures at the right, the double rule only under sums. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  foot,
  stack = true,
  group,
  empty,
  current,
  label,
  className,
}: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  let lastGroup: string | undefined;
  return (
    <TableScroll label={label ?? (typeof caption === "string" ? caption : undefined)}>
      <table className={classNames("led", stack && "stackable", className)}>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed
              <HeadCell column={column} key={index} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const heading = group?.(row);
            const opens = heading !== undefined && heading.key !== lastGroup;
            lastGroup = heading?.key;
            return (
              <Fragment key={rowKey(row)}>
                {opens && <GroupRow cells={heading.cells} columns={columns} />}
                <tr aria-current={current?.(row) || undefined}>
                  {columns.map((column, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed
                    <td className={cellClass(column)} data-l={index > 0 ? phoneLabel(column) : undefined} key={`${rowKey(row)}-${index}`}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              </Fragment>
            );
          })}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {foot.map((cell, index) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed
                  key={index}
                  className={classNames(columns[index]?.align === "right" && "r", index > 0 && !cell && "hm")}
                  data-l={index > 0 && cell && columns[index] ? phoneLabel(columns[index]) : undefined}
                >
                  {columns[index]?.align === "right" && cell ? <span>{cell}</span> : cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </TableScroll>
  );
}

/** A column of actions has no name and is no header. */
function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const className = column.align === "right" ? "r" : undefined;
  return column.head ? (
    <th scope="col" className={className}>
      {column.head}
    </th>
  ) : (
    <td className={className} />
  );
}

function GroupRow<Row>({ cells, columns }: { cells: readonly ReactNode[]; columns: readonly Column<Row>[] }) {
  return (
    <tr className="grp">
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed
        <td className={columns[index]?.align === "right" ? "r" : undefined} key={index}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** Lets a wide table scroll by itself, so that the page never does; reachable by keyboard. */
export function TableScroll({ label, children }: { label?: string | undefined; children: ReactNode }) {
  return label ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="tw" tabIndex={0} aria-label={label}>
      {children}
    </section>
  ) : (
    <div className="tw">{children}</div>
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  return classNames(column.align === "right" && "r", column.hideOnPhone && "hm", column.className);
}

function phoneLabel<Row>(column: Column<Row>): string | undefined {
  return column.label ?? (typeof column.head === "string" && column.head !== "" ? column.head : undefined);
}
