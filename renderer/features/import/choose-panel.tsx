import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { useCommand, useStatus } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './choose.module.css';
import { fileSize, MAX_IMPORT_BYTES } from './choose-file.ts';
import shared from './import.module.css';
import { sayPlaceOnce } from './import-sentences.ts';
import type { ImportSession } from './use-import-session.ts';

const STEPS = [
  ['Choose a file', 'CSV from any program, or an Excel workbook. It stays where it is and is only read.'],
  [
    'Understand it',
    'Encoding, header row, columns and values are detected; you see what was found and can change each.',
  ],
  [
    'Check and import',
    'Every row is ready, blocked with its reason, or in the portfolio already. You see the counts before anything is written, and one undo takes the whole import back.',
  ],
] as const;

interface ChoosePanelProps {
  readonly session: ImportSession;
  readonly error: ApiError | null;
}

/** Step 1: where a file comes in, by dialog or by drop; a refused file is explained here. */
export function ChoosePanel({ session, error }: ChoosePanelProps) {
  return (
    <div className={shared.scroll}>
      <div className={styles.choose}>
        {error ? <ErrorNotice error={sayPlaceOnce(error)} /> : null}
        <DropZone session={session} />
        <ol className={styles.steps}>
          {STEPS.map(([name, text], index) => (
            <li key={name}>
              <h2>
                <span className={shared.step}>{index + 1}</span> {name}
              </h2>
              <p className={styles.stepText}>{text}</p>
            </li>
          ))}
        </ol>
        <SampleHint />
      </div>
    </div>
  );
}

function DropZone({ session }: { readonly session: ImportSession }) {
  const isDesktop = useStatus().data?.host === 'desktop';
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void session.takeFiles([...event.dataTransfer.files]);
  };
  const onChoose = () => {
    if (isDesktop) void session.pickFile();
    else input.current?.click();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the button beside it as its keyboard way
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <IconFileSpreadsheet aria-hidden="true" size="1.75rem" stroke={1.25} className={styles.dropIcon} />
      <p className={styles.dropTitle}>Drop a spreadsheet of initiatives here</p>
      <p className={shared.muted}>
        CSV or XLSX, up to {fileSize(MAX_IMPORT_BYTES)}, one row for each initiative
      </p>
      <Button variant="filled" onClick={onChoose}>
        Choose a file…
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="File to import"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // Emptied so that choosing the same file again is noticed.
          event.target.value = '';
          if (files.length > 0) void session.takeFiles(files);
        }}
      />
    </div>
  );
}

function SampleHint() {
  const status = useStatus().data;
  const openSample = useCommand('openSample');
  const [error, setError] = useState<ApiError | null>(null);
  if (!status || status.file.isSample) return null;
  const onOpen = async () => {
    const result = await openSample.run({});
    setError(result.ok ? null : result.error);
  };
  return (
    <div className={styles.hint}>
      <span>No spreadsheet at hand?</span>
      <Button size="compact-xs" onClick={() => void onOpen()} loading={openSample.isRunning}>
        Open the sample portfolio
      </Button>
      {error ? <ErrorNotice error={error} /> : null}
    </div>
  );
}
