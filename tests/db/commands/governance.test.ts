import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { readTrace } from '#db/read/trace-facts.ts';
import type { GovernanceFields } from '#db/rows/governance-row.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { type Desk, desk, refusal } from '#tests/support/desk.ts';

const BLANK: GovernanceFields = {
  autonomy: null,
  permissions: '',
  dataClasses: '',
  modelVersion: '',
  vendor: '',
  euRole: null,
  classifiedBy: '',
  classifiedOn: null,
  classificationReason: '',
  impactAssessment: null,
  killSwitchTestedOn: null,
  redTeamedOn: null,
  framework: [],
};
const FULL: GovernanceFields = {
  autonomy: 'acts_with_approval',
  permissions: 'Reads claims, writes notes',
  dataClasses: 'Personal',
  modelVersion: 'model 4, 2026-05',
  vendor: 'Example',
  euRole: 'deployer',
  classifiedBy: 'Head of risk',
  classifiedOn: '2026-02-01' as IsoDate,
  classificationReason: 'Annex III, 5',
  impactAssessment: 'not_needed',
  killSwitchTestedOn: '2026-03-01' as IsoDate,
  redTeamedOn: '2026-03-02' as IsoDate,
  framework: [
    { function: 'govern', status: 0, link: '' },
    { function: 'measure', status: 4, link: 'https://example.org' },
  ],
};

const set = ({ run, id }: Desk, governance: GovernanceFields) =>
  run('setGovernance', (tx) => commands.setGovernance(tx, { initiativeId: id, governance }));
const read = ({ db, id }: Desk) => readTrace(db(), id).governance;

describe('setGovernance()', () => {
  it('keeps what is given, functions of the framework in their order', () => {
    const portfolio = desk();
    expect(read(portfolio)).toBeNull();
    set(portfolio, { ...FULL, framework: FULL.framework.toReversed() });
    expect(read(portfolio)).toEqual(FULL);
    expect(set(portfolio, FULL).tables).toEqual([]);
  });

  it('forgets a function that is not given any more, and nothing else', () => {
    const portfolio = desk();
    set(portfolio, FULL);
    const framework = FULL.framework.slice(1);
    expect(set(portfolio, { ...FULL, framework }).tables).toEqual(['framework_status', 'history']);
    expect(read(portfolio)).toEqual({ ...FULL, framework });
  });

  it.each<[string, Partial<GovernanceFields>]>([
    ['one field', { vendor: 'Example' }],
    ['one function of the framework', { framework: [{ function: 'map', status: 0, link: '' }] }],
  ])('is a record as soon as there is %s', (_what, given) => {
    const portfolio = desk();
    set(portfolio, { ...BLANK, ...given });
    expect(read(portfolio)).toEqual({ ...BLANK, ...given });
  });

  it('leaves no row when all of it is blank', () => {
    const portfolio = desk();
    const before = contentDigest(portfolio.db());
    expect(set(portfolio, BLANK).tables).toEqual([]);
    set(portfolio, FULL);
    set(portfolio, { ...BLANK, permissions: ' \n' });
    expect([read(portfolio), contentDigest(portfolio.db())]).toEqual([null, before]);
  });

  it('refuses a function given twice', () => {
    const portfolio = desk();
    const framework = [1, 2].map(
      (status) => ({ function: 'map', status: status as 1 | 2, link: '' }) as const,
    );
    const refused = refusal(portfolio, () => set(portfolio, { ...FULL, framework }));
    expect(refused).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('twice') });
  });
});
