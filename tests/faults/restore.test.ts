import { describe, expect, it } from 'vitest';
import { BACKUP_REASONS } from '#shared/api/schemas/file.ts';
import { drillToll, figures } from './restore.fault.ts';

const PATIENCE_MS = 120_000;

describe('a restore drill', { timeout: PATIENCE_MS }, () => {
  it('brings every backup back as it was made, and what it replaced after it', () => {
    const toll = drillToll(true);
    expect(toll).toMatchObject({ failed: 0, notUndone: 0, wrongs: [] });
    const kinds = [...toll.kinds.keys()].join('; ');
    for (const reason of [...BACKUP_REASONS, 'upgrade']) expect(kinds).toContain(reason);
    for (const age of ['of today', 'days old', 'weeks old', 'months old']) expect(kinds).toContain(age);
    // More were made than rotation keeps.
    expect(toll.rotatedOut).toBeGreaterThan(0);
    expect(toll.restores).toBeGreaterThan(25);
  });

  it('is what the figures report', async () => {
    const measured = await Promise.all(figures.map(({ run }) => run({ isQuick: true, root: '' })));
    expect(measured).toMatchObject([{ value: 0 }, { value: 0 }]);
  });
});
