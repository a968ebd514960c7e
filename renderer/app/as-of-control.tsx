import { Button, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar, IconHistory } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Status } from '#shared/api/schemas/views.ts';
import { monthOf } from '#shared/domain/calendar.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { formatDay, formatMonthName } from '../components/dates.ts';
import { useDay } from '../stores/day.ts';
import styles from './as-of-control.module.css';
import { dayProblem, usualDays } from './past-words.ts';
import { showDay } from './show-day.ts';

/** The day everything is shown as of, and the way to another one. */
export function AsOfControl({ status }: { readonly status: Status }) {
  const day = useDay((state) => state.day);
  const [isOpen, popover] = useDisclosure(false);
  const Icon = day === null ? IconCalendar : IconHistory;
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? popover.open() : popover.close())}
      position="bottom-end"
      offset={6}
      width="21rem"
      trapFocus
      returnFocus
      transitionProps={{ duration: 100 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.target}
          data-past={day !== null || undefined}
          title="Show the portfolio as of another day"
          onClick={popover.toggle}
        >
          <Icon aria-hidden="true" size="1rem" stroke={1.5} />
          As of {formatDay(day ?? status.asOf)}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown ?? ''}>
        <DayForm status={status} day={day} onDone={popover.close} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface DayFormProps {
  readonly status: Status;
  readonly day: IsoDate | null;
  readonly onDone: () => void;
}

function DayForm({ status, day, onDone }: DayFormProps) {
  const { asOf: today, knownFrom, isAsOfPinned } = status;
  const [text, setText] = useState<string>(day ?? today);
  const [problem, setProblem] = useState<string | null>(null);
  const show = (next: IsoDate) => {
    onDone();
    showDay(next === today ? null : next);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = dayProblem(text, knownFrom, today);
    if (found === null) show(text as IsoDate);
    else setProblem(found);
  };
  return (
    <form noValidate className={styles.form} onSubmit={onSubmit}>
      <TextInput
        type="date"
        label="Show the portfolio as of"
        description={
          isAsOfPinned
            ? `The sample ends on ${formatDay(today)}; any day from ${formatDay(knownFrom)} on can be shown.`
            : `As it was known at the end of that day, from ${formatDay(knownFrom)} on.`
        }
        data-autofocus
        min={knownFrom}
        max={today}
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <UsualDays days={usualDays(knownFrom, today).filter((one) => one !== day)} onShow={show} />
      <div className={styles.actions}>
        {day === null ? (
          <Button onClick={onDone}>Cancel</Button>
        ) : (
          <Button onClick={() => show(today)}>{backLabel(status)}</Button>
        )}
        <Button type="submit" variant="filled">
          Show this day
        </Button>
      </div>
    </form>
  );
}

interface UsualDaysProps {
  readonly days: readonly IsoDate[];
  readonly onShow: (day: IsoDate) => void;
}

function UsualDays({ days, onShow }: UsualDaysProps) {
  if (days.length === 0) return null;
  return (
    <ul className={styles.usual} aria-label="Days often asked for">
      {days.map((day) => (
        <li key={day}>
          <Button size="compact-xs" onClick={() => onShow(day)}>
            End of {formatMonthName(monthOf(day))}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The words of the way back: the sample has no today, it ends on a day of its own. */
export function backLabel({ asOf, isAsOfPinned }: Pick<Status, 'asOf' | 'isAsOfPinned'>): string {
  return `Back to ${isAsOfPinned ? formatDay(asOf) : 'today'}`;
}
