import { useState } from 'preact/hooks';
import { formatCount } from '../amounts.ts';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';

export interface FigureTableProps {
  caption: string;
  columns: readonly string[];
  /** newest first; the first cell names the row. Asked for only when the table is open. */
  rows: () => readonly (readonly string[])[];
}

/** A month of days. */
const FIRST_ROWS = 31;

/** The figures of a chart, for whoever reads rather than looks. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details class="figures" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('historyTable')}
        <span class="unseen">: {caption}</span>
      </summary>
      {open && <Table caption={caption} columns={columns} rows={rows()} />}
    </details>
  );
}

function Table({
  caption,
  columns,
  rows,
}: Omit<FigureTableProps, 'rows'> & { rows: readonly (readonly string[])[] }) {
  const { t, locale } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('historyTableAll', formatCount(rows.length, locale))}
        </Button>
      )}
    </>
  );
}
