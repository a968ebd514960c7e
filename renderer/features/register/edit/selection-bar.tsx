import { Button } from '@mantine/core';
import { IconCalendarPlus, IconCopy, IconDownload, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { writeBlock } from '#shared/clipboard/write-block.ts';
import { navigate } from '../../../app/hash-location.ts';
import { useCall } from '../../../app/use-call.ts';
import { useWritingOff } from '../../../app/use-writing-off.ts';
import { countOf, formatCount } from '../../../components/counts.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { writeClipboard } from '../../clipboard/write-clipboard.ts';
import { chooseForMonth } from '../../months/month-choice.ts';
import { useExportRegister } from '../use-export-register.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkField } from './bulk-preview.ts';
import { CellEditor } from './cell-editor.tsx';
import { copyRows } from './copy-rows.ts';
import { cellElement, focusGrid } from './grid-elements.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { clearSelection, useSelection } from './selection.ts';
import styles from './selection-bar.module.css';
import { useGridClipboard } from './use-grid-clipboard.ts';

const NO_ROWS: readonly RegisterRow[] = [];
const ACTIONS: readonly { readonly field: BulkField; readonly label: string }[] = [
  { field: 'businessOwner', label: 'Assign owner…' },
  { field: 'stage', label: 'Set stage…' },
  { field: 'unit', label: 'Set unit…' },
];
const ICON = { size: '1rem', stroke: 1.5, 'aria-hidden': true } as const;

/**
 * Under the register: what is chosen and what can be done with it, gone while nothing is. Also where a cell is written
 * into and where a pasted block is looked at, since both need the rows.
 */
export function SelectionBar({ rows: shown }: { readonly rows: readonly RegisterRow[] }) {
  const register = useCall('listRegister', {});
  const all = register.data?.rows ?? NO_ROWS;
  const currency = register.data?.currency ?? '';
  const ids = useSelection((selection) => selection.ids);
  const chosen = useMemo(() => (ids.size === 0 ? NO_ROWS : all.filter((row) => ids.has(row.id))), [all, ids]);
  const [field, setField] = useState<BulkField | null>(null);
  const [pasted, setPasted] = useGridClipboard({ all, chosen, currency });
  const onDone = useCallback(() => focusGrid(), []);
  // The dialog holds the keyboard until it is gone.
  const onDialogDone = () => requestAnimationFrame(focusGrid);
  return (
    <>
      {chosen.length === 0 ? null : (
        <Bar chosen={chosen} shown={shown} currency={currency} onField={setField} />
      )}
      {field === null || chosen.length === 0 ? null : (
        <BulkDialog
          rows={chosen}
          all={all}
          field={field}
          onClose={() => {
            setField(null);
            onDialogDone();
          }}
        />
      )}
      {pasted === null ? null : (
        <PasteDialog
          {...pasted}
          onClose={() => {
            setPasted(null);
            onDialogDone();
          }}
        />
      )}
      <CellEditor rows={all} cellOf={cellElement} onDone={onDone} />
    </>
  );
}

interface BarProps {
  readonly chosen: readonly RegisterRow[];
  readonly shown: readonly RegisterRow[];
  readonly currency: string;
  readonly onField: (field: BulkField) => void;
}

function Bar({ chosen, shown, currency, onField }: BarProps) {
  const writingOff = useWritingOff();
  const [error, setError] = useState<ApiError | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const exporting = useExportRegister(setError);
  const ids = useSelection((selection) => selection.ids);
  const visible = useMemo(() => shown.reduce((n, row) => (ids.has(row.id) ? n + 1 : n), 0), [shown, ids]);
  const hidden = chosen.length - visible;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection has not been copied
  useEffect(() => setCopied(null), [ids]);

  const copy = () => {
    const isWritten = writeClipboard(writeBlock(copyRows(chosen, currency)));
    setCopied(
      isWritten ? `Copied ${countOf(chosen.length, 'row')}` : 'Not copied; press Ctrl+C in the table',
    );
  };
  return (
    <section aria-label="Selection" className={styles.bar}>
      <p role="status" className={styles.count}>
        <strong>{formatCount(chosen.length)} selected</strong>
        {hidden > 0 ? `, ${formatCount(hidden)} hidden by the filters` : ''}
      </p>
      <Button leftSection={<IconX {...ICON} />} onClick={clearSelection}>
        Clear
      </Button>
      {ACTIONS.map(({ field, label }) => (
        <Button
          key={field}
          disabled={writingOff !== null}
          title={writingOff ?? undefined}
          onClick={() => onField(field)}
        >
          {label}
        </Button>
      ))}
      <Button
        leftSection={<IconCalendarPlus {...ICON} />}
        disabled={writingOff !== null}
        title={writingOff ?? undefined}
        onClick={() => {
          chooseForMonth(chosen.map((row) => row.id));
          navigate('/months');
        }}
      >
        Enter a month
      </Button>
      <div className={styles.end}>
        <span role="status" className="dim">
          {copied}
        </span>
        <Button leftSection={<IconCopy {...ICON} />} onClick={copy}>
          Copy
        </Button>
        <Button
          leftSection={<IconDownload {...ICON} />}
          disabled={exporting.isRunning}
          onClick={() => void exporting.run(chosen.map((row) => row.id))}
        >
          Export
        </Button>
      </div>
      {error ? (
        <ErrorNotice error={error} actions={<Button onClick={() => setError(null)}>Dismiss</Button>} />
      ) : null}
    </section>
  );
}
