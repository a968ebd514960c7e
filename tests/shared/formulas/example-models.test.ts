import { describe, expect, it } from 'vitest';
import { EXAMPLE_A, EXAMPLE_B } from '#shared/formulas/example-models.ts';
import { EXAMPLE_STATE } from '#shared/formulas/example-state.ts';
import { BASE_STATE } from '#tests/shared/decision/rules/example-state.ts';
import { MODEL_A, MODEL_B } from '#tests/shared/forward-model/example-facts.ts';

describe('the examples of the catalogue', () => {
  it.each([
    ['A', EXAMPLE_A, MODEL_A],
    ['B', EXAMPLE_B, MODEL_B],
  ])('%s is the model the engine builds from the entered facts', (_, example, built) => {
    expect(example).toEqual(built);
  });

  it('starts the rules from the base state of their spec cases', () => {
    expect(EXAMPLE_STATE).toEqual(BASE_STATE);
  });
});
