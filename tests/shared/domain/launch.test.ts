import { describe, expect, it } from 'vitest';
import { mayHaveLaunched } from '#shared/domain/launch.ts';
import { STAGES } from '#shared/domain/stage.ts';

describe('mayHaveLaunched()', () => {
  it('is true from limited production on, and of what was retired', () => {
    expect(STAGES.filter(mayHaveLaunched)).toEqual(['limited', 'scaled', 'retired']);
  });
});
