import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { Instant } from '#shared/domain/units.ts';
import type { RuleId } from '#shared/domain/verdict.ts';
import { registerRow } from '#shared/portfolio/register-row.ts';
import { summarise } from '#shared/portfolio/summary.ts';
import { boardReport } from '#shared/report/board-report.ts';
import { verdictSentence } from '#shared/report/words.ts';
import { AS_OF, decided, lastMonths, soundFacts } from '../decision/example-facts.ts';

const NOW = '2026-10-01T09:00:00.000Z' as Instant;

function report(
  named: Readonly<Record<string, InitiativeFacts>>,
  evaluatedFor: readonly [RuleId, number][] = [],
) {
  const all = Object.entries(named).map(([name, facts], index) => {
    const own = { ...facts, initiative: { ...facts.initiative, name, id: `i${index}` } };
    return { facts: own, result: decided(own), lastChangedOn: AS_OF };
  });
  return boardReport({
    portfolioName: 'Halden Mutual',
    summary: summarise(all, 'EUR', AS_OF, DEFAULT_POLICY),
    rows: all.map(({ facts, result }) =>
      registerRow(facts.initiative, result, verdictSentence(result, 'EUR', DEFAULT_POLICY), NOW),
    ),
    policyVersion: 1,
    auditHead: { seq: 7, hash: 'ab'.repeat(32) },
    madeAt: NOW,
    evaluatedFor: new Map(evaluatedFor),
  });
}

const banned = () => soundFacts('limited', { riskClass: 'prohibited' });
const unevaluated = () => soundFacts('limited', { evaluationPassRate: 0.1 });
/** One closed month of three. */
const unmeasured = () => ({ ...soundFacts(), closedMonths: lastMonths(1) });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('boardReport()', () => {
  it('asks for decisions on kill, then fix, by name inside, and on nothing else', () => {
    const { decisions } = report({
      Zeta: banned(),
      alpha: unevaluated(),
      Beta: banned(),
      Hold: unmeasured(),
      Continue: soundFacts(),
    });
    expect(decisions.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['Beta', 'kill'],
      ['Zeta', 'kill'],
      ['alpha', 'fix'],
    ]);
  });

  it('lists every initiative in the register, retired ones included, whatever order they come in', () => {
    const { register } = report({ b: soundFacts(), C: soundFacts('retired'), a: unmeasured() });
    expect(register.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['a', 'HOLD'],
      ['b', 'CONTINUE'],
      ['C', 'none'],
    ]);
  });

  it('says unmeasured, with the reason, and never 0', () => {
    const bare = { ...soundFacts(), values: [], closedMonths: [], lines: [] };
    const { headline, figures } = report({ a: bare });
    expect(headline.at(-1)).toBe('Net value is unmeasured: no month is closed yet.');
    expect(figures.filter(({ value }) => value === 'unmeasured')).toHaveLength(4);
  });

  it('prints the sums with their label', () => {
    // 500.00 net a month in each of two initiatives, three months.
    const { headline, figures } = report({ a: soundFacts(), b: soundFacts() });
    expect(plain(headline.at(-1) ?? '')).toBe(
      'Net value of 2 measured initiatives: 3,000.00 EUR (actual, undiscounted, last 3 closed months).',
    );
    expect(figures.find(({ label }) => label === 'Net value, last 3 months')?.note).toContain(
      'actual, undiscounted',
    );
  });

  it('labels expected value as what it is', () => {
    const { notes, decisions } = report({ a: banned() });
    expect(plain(notes.join(' '))).toContain(
      'forecast, PV at 10 %, simulated, next 36 months, against stopping',
    );
    expect(plain(decisions[0]?.value ?? '')).toMatch(/ EUR$/);
  });

  it('says openly for how many initiatives each rule could be evaluated', () => {
    const { rules, notes } = report({ a: soundFacts(), b: soundFacts() }, [
      ['K1', 2],
      ['H1', 1],
    ]);
    const status = (id: RuleId) => rules.find(({ rule }) => rule === id)?.status;
    expect([status('K1'), status('H1'), status('S1')]).toEqual([
      'evaluated for all',
      'evaluated for 1 of 2',
      'not evaluated',
    ]);
    expect(notes.at(-1)).toContain('S1');
    expect(rules).toHaveLength(15);
  });
});
