import { Button, NativeSelect } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import type { ApiError } from '#shared/api/errors.ts';
import type { MonthSheet } from '#shared/api/schemas/bulk.ts';
import type { Block } from '#shared/clipboard/block.ts';
import { writeBlock } from '#shared/clipboard/write-block.ts';
import { monthOf } from '#shared/domain/calendar.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { navigate } from '../../app/hash-location.ts';
import { announceDone } from '../../app/undo.ts';
import { useCall, useCommand, useStatus } from '../../app/use-call.ts';
import { useWritingOff } from '../../app/use-writing-off.ts';
import { countOf, formatCount } from '../../components/counts.ts';
import { formatMonthName } from '../../components/dates.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Loading } from '../../components/loading.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Screen } from '../../components/screen.tsx';
import { useDay } from '../../stores/day.ts';
import { writeClipboard } from '../clipboard/write-clipboard.ts';
import { hasMinorPart } from '../initiative/value/grid-format.ts';
import { useLeaveGuard } from '../initiative/value/use-leave-guard.ts';
import { chooseForMonth, useMonthChoice } from './month-choice.ts';
import { MonthFooter } from './month-footer.tsx';
import {
  closingIds,
  type Draft,
  inScope,
  lastWholeMonth,
  monthChoices,
  monthEntries,
  monthState,
  readMonthAddress,
  sheetRows,
  typedText,
} from './month-model.ts';
import { copyMonth, pasteMonth } from './month-paste.ts';
import { MonthTable } from './month-table.tsx';
import styles from './months.module.css';

/** Entering one month for many initiatives: typed or pasted as one block, kept and closed in one step. */
export function MonthsScreen() {
  const status = useStatus();
  const day = useDay((state) => state.day);
  const asOf = day ?? status.data?.asOf;
  if (asOf === undefined) {
    return (
      <Screen title="Month entry">
        <Loading what="the portfolio" />
      </Screen>
    );
  }
  return (
    <Months
      key={asOf}
      today={monthOf(asOf)}
      initial={lastWholeMonth(asOf)}
      choices={(month) => monthChoices(asOf, month)}
    />
  );
}

interface MonthsProps {
  readonly today: MonthIndex;
  readonly initial: MonthIndex;
  readonly choices: (wanted: MonthIndex) => readonly MonthIndex[];
}

function Months({ today, initial, choices }: MonthsProps) {
  const address = readMonthAddress(useSearch());
  const [month, setMonth] = useState(address.month ?? initial);
  const [isDirty, setIsDirty] = useState(false);
  const stored = useMonthChoice((choice) => choice.ids);
  const chosen = address.ids ?? stored;
  const query = useCall('listMonth', { month });
  const guard = useLeaveGuard(isDirty);

  const toolbar = (
    <div className={styles.toolbar}>
      <label htmlFor="entry-month">Month</label>
      <NativeSelect
        id="entry-month"
        value={String(month)}
        // What was typed belongs to its month: it is kept or dropped first.
        disabled={isDirty}
        title={isDirty ? 'Save or discard what was entered first' : undefined}
        data={choices(month).map((one) => ({ value: String(one), label: formatMonthName(one) }))}
        onChange={(event) => setMonth(Number(event.currentTarget.value) as MonthIndex)}
      />
      {query.data ? <Scope sheet={query.data} chosen={chosen} isDirty={isDirty} /> : null}
    </div>
  );
  return (
    <Screen
      title="Month entry"
      layout="fill"
      subtitle={query.data ? `${formatMonthName(month)}, actual, amounts in ${query.data.currency}` : null}
      toolbar={toolbar}
    >
      <QueryView query={query} what="the month" isEdgeToEdge>
        {(sheet) => (
          <MonthSheetView
            key={sheet.month}
            sheet={sheet}
            chosen={chosen}
            canClose={sheet.month <= today}
            isLeaving={guard.isAsking}
            onStay={guard.stay}
            onDirty={setIsDirty}
          />
        )}
      </QueryView>
    </Screen>
  );
}

interface ScopeProps {
  readonly sheet: MonthSheet;
  readonly chosen: ReadonlySet<string> | null;
  readonly isDirty: boolean;
}

/** Whose month it is, the way to all of them, and the sheet for a spreadsheet. */
function Scope({ sheet, chosen, isDirty }: ScopeProps) {
  const [copied, setCopied] = useState('');
  const initiatives = inScope(sheet, chosen);
  const asked =
    chosen ?? new Set(sheet.initiatives.flatMap((one) => (one.stage === 'retired' ? [] : one.id)));
  const bare = asked.size - initiatives.length;
  const showAll = () => {
    chooseForMonth(null);
    navigate('/months', { replace: true });
  };
  return (
    <>
      <div className={styles.scope}>
        <span role="status">
          {chosen !== null
            ? countOf(initiatives.length, 'chosen initiative')
            : initiatives.length === 0
              ? 'No initiative in work'
              : `All ${countOf(initiatives.length, 'initiative')} in work`}
          {bare > 0 ? `; ${formatCount(bare)} without lines in ${formatMonthName(sheet.month)} left out` : ''}
        </span>
        {chosen === null ? null : (
          <Button size="compact-sm" disabled={isDirty} onClick={showAll}>
            Show all
          </Button>
        )}
      </div>
      <div className={styles.toolbarEnd}>
        <span role="status" className="dim">
          {copied}
        </span>
        <Button
          leftSection={<IconCopy size="1rem" stroke={1.5} aria-hidden="true" />}
          title="With headings: filled in a spreadsheet, it can be pasted back"
          onClick={() =>
            setCopied(
              writeClipboard(writeBlock(copyMonth(initiatives, sheet.currency)))
                ? 'Copied'
                : 'Not copied; the clipboard was refused',
            )
          }
        >
          Copy the sheet
        </Button>
      </div>
    </>
  );
}

interface SheetViewProps {
  readonly sheet: MonthSheet;
  readonly chosen: ReadonlySet<string> | null;
  readonly canClose: boolean;
  readonly isLeaving: boolean;
  readonly onStay: () => void;
  readonly onDirty: (isDirty: boolean) => void;
}

const NOTHING: Draft = new Map();
const MOST_NAMED = 12;

function MonthSheetView({ sheet, chosen, canClose, isLeaving, onStay, onDirty }: SheetViewProps) {
  const { currency, month } = sheet;
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const [note, setNote] = useState('');
  const enter = useCommand('enterMonth');
  const writingOff = useWritingOff();
  const initiatives = useMemo(() => inScope(sheet, chosen), [sheet, chosen]);
  const rows = useMemo(() => sheetRows(initiatives), [initiatives]);
  const state = useMemo(() => monthState(initiatives, draft, currency), [initiatives, draft, currency]);
  const closing = useMemo(() => closingIds(state, ticks), [state, ticks]);
  const showsMinor = useMemo(
    () =>
      hasMinorPart(
        initiatives.flatMap((one) =>
          one.lines.flatMap((line) => [line.plan ?? 0, line.previous ?? 0, line.amount ?? 0]),
        ),
        currency,
      ),
    [initiatives, currency],
  );
  const isDirty = state.changed > 0 || state.problems.length > 0;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  useEffect(() => () => onDirty(false), [onDirty]);

  const onText = useCallback((lineId: string, text: string | null) => {
    setNote('');
    setDraft((now) => {
      const next = new Map(now);
      if (text === null) next.delete(lineId);
      else next.set(lineId, text);
      return next;
    });
  }, []);
  const onClosing = useCallback(
    (id: string, isClosing: boolean) => setTicks((now) => new Map(now).set(id, isClosing)),
    [],
  );
  const onPaste = useCallback(
    (block: Block, lineId: string) => {
      setError(null);
      const read = pasteMonth(block, rows, lineId, currency);
      setProblems(read.ok ? [] : read.problems);
      if (!read.ok) return;
      setNote(`Pasted ${countOf(read.amounts.size, 'amount')}, not saved yet. `);
      setDraft((now) => {
        const next = new Map(now);
        for (const [id, amount] of read.amounts)
          next.set(id, typedText(amount as MinorUnits | null, currency));
        return next;
      });
    },
    [rows, currency],
  );
  const discard = () => {
    setDraft(NOTHING);
    setProblems([]);
    setError(null);
    setNote('');
  };
  const send = async (ids: ReadonlySet<string>) => {
    setError(null);
    setProblems([]);
    const entries = monthEntries(initiatives, draft, currency, ids);
    const result = await enter.run({ month, entries: [...entries] });
    if (!result.ok) return setError(result.error);
    discard();
    setTicks(new Map());
    const verb = ids.size > 0 ? 'Closed' : 'Entered';
    announceDone(
      `${verb} ${formatMonthName(month)} for ${countOf(ids.size || entries.length, 'initiative')}`,
    );
  };

  if (initiatives.length === 0) {
    return (
      <EmptyState
        title="No lines to enter"
        actions={<Button onClick={() => navigate('/register')}>Go to the register</Button>}
      >
        None of these initiatives has a cost or outcome line in {formatMonthName(month)}. Lines are added on
        the Value tab of an initiative.
      </EmptyState>
    );
  }
  return (
    <>
      {problems.length === 0 ? null : (
        <div role="alert" className={styles.notice}>
          <p className={styles.noticeTitle}>The block was not pasted; nothing was changed.</p>
          <ul>
            {problems.slice(0, MOST_NAMED).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {problems.length > MOST_NAMED ? (
              <li>And {countOf(problems.length - MOST_NAMED, 'more problem')}.</li>
            ) : null}
          </ul>
          <Button size="compact-sm" onClick={() => setProblems([])}>
            Dismiss
          </Button>
        </div>
      )}
      {error ? (
        <ErrorNotice error={error} actions={<Button onClick={() => setError(null)}>Dismiss</Button>} />
      ) : null}
      <MonthTable
        rows={rows}
        month={month}
        currency={currency}
        showsMinor={showsMinor}
        draft={draft}
        state={state}
        closing={closing}
        canWrite={writingOff === null}
        canClose={canClose}
        onText={onText}
        onClosing={onClosing}
        onPaste={onPaste}
      />
      <MonthFooter
        month={month}
        state={state}
        closing={closing}
        note={note}
        writingOff={writingOff}
        canClose={canClose}
        isRunning={enter.isRunning}
        isDirty={isDirty}
        isLeaving={isLeaving}
        onStay={onStay}
        onDiscard={discard}
        onSave={() => void send(new Set())}
        onClose={() => void send(closing)}
      />
    </>
  );
}
