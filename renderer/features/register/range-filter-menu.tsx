import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { isMinorUnits, type MinorUnits } from '#shared/domain/units.ts';
import { formatMoney as writeMoney } from '#shared/report/format.ts';
import { type ParsedAmount, parseAmount } from '#shared/report/parse-amount.ts';
import styles from './filter-bar.module.css';
import type { FilterProps } from './filter-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { moneyRange, RANGES, type RangeName, type RegisterQuery } from './register-query.ts';

const LEGENDS: Readonly<Record<RangeName, string>> = {
  cost: 'Cost of the last 3 closed months',
  value: 'Expected value E',
};

interface RangeFilterProps extends Omit<FilterProps, 'rows'> {
  readonly currency: string;
}

/** Finds initiatives whose cost or expected value lies between two amounts; the unmeasured lie in no range. */
export function RangeFilterMenu({ query, onChange, currency }: RangeFilterProps) {
  const count = RANGES.filter((name) => query[name] !== null).length;
  return (
    <FilterMenu name="Amount" count={count}>
      {(close) => <RangeForm query={query} onChange={onChange} currency={currency} onDone={close} />}
    </FilterMenu>
  );
}

/** The bounds typed for one range: the range, or what is wrong with a side. */
export function readRange(
  min: string,
  max: string,
  currency: string,
):
  | { readonly ok: true; readonly range: RegisterQuery[RangeName] }
  | { readonly ok: false; readonly side: 'min' | 'max'; readonly message: string } {
  const low = readBound(min, currency);
  if (!low.ok) return { ok: false, side: 'min', message: low.problem.text };
  const high = readBound(max, currency);
  if (!high.ok) return { ok: false, side: 'max', message: high.problem.text };
  return { ok: true, range: moneyRange(low.value, high.value) };
}

const SHORT: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

/** An amount, or one as the register shortens it: "500 k", "1.2 M". */
function readBound(text: string, currency: string): ParsedAmount<MinorUnits> {
  const [, base = '', short = ''] = /^(.*\d)\s?(k|m|bn)$/i.exec(text.trim()) ?? [];
  const read = parseAmount(base === '' ? text : base, currency);
  const times = SHORT[short.toLowerCase()];
  if (!read.ok || read.value === null || times === undefined) return read;
  const value = read.value * times;
  if (isMinorUnits(value)) return { ok: true, value };
  return {
    ok: false,
    problem: { code: 'too_large', text: `“${text.trim()}” is larger than an amount may be.` },
  };
}

interface Problem {
  readonly name: RangeName;
  readonly side: 'min' | 'max';
  readonly message: string;
}

function RangeForm({
  query,
  onChange,
  currency,
  onDone,
}: RangeFilterProps & { readonly onDone: () => void }) {
  // What the person typed themselves is shown to them, discreet mode or not.
  const written = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? '' : writeMoney(minor, currency);
  const [drafts, setDrafts] = useState(() => ({
    cost: { min: written(query.cost?.min), max: written(query.cost?.max) },
    value: { min: written(query.value?.min), max: written(query.value?.max) },
  }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const hint = useId();

  const apply = () => {
    let next = query;
    for (const name of RANGES) {
      const read = readRange(drafts[name].min, drafts[name].max, currency);
      if (!read.ok) {
        setProblem({ name, side: read.side, message: read.message });
        return;
      }
      next = { ...next, [name]: read.range };
    }
    setProblem(null);
    onChange(next);
    onDone();
  };

  const field = (name: RangeName, side: 'min' | 'max') => (
    <TextInput
      label={side === 'min' ? 'At least' : 'At most'}
      value={drafts[name][side]}
      inputMode="decimal"
      autoComplete="off"
      aria-describedby={hint}
      error={problem?.name === name && problem.side === side ? problem.message : null}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setDrafts((now) => ({ ...now, [name]: { ...now[name], [side]: value } }));
      }}
    />
  );

  return (
    <form
      className={styles.ranges}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {RANGES.map((name) => (
        <fieldset key={name} className={styles.range}>
          <legend>
            {LEGENDS[name]}, {currency}
          </legend>
          {field(name, 'min')}
          {field(name, 'max')}
        </fieldset>
      ))}
      <p id={hint} className={styles.hint}>
        Blank is no bound. What is unmeasured lies in no range.
      </p>
      <Button type="submit" variant="default">
        Apply
      </Button>
    </form>
  );
}
