import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { callQuery } from '#renderer/app/use-call.ts';
import { showNow } from '#renderer/features/register/edit/show-now.ts';

const { queryKey } = callQuery('listRegister', {}, null);
const rows = [
  { id: 'a', name: 'Claims triage', unit: 'Claims', stage: 'pilot', businessOwner: 'Head of claims' },
  { id: 'b', name: 'Fraud signals', unit: 'Claims', stage: 'idea', businessOwner: '' },
];

function register(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(queryKey as readonly unknown[], { currency: 'EUR', rows });
  return client;
}

describe('showNow()', () => {
  it('puts a stored text into its row and leaves the others the same', () => {
    const client = register();
    showNow(client, 'b', 'unit', 'Fraud');
    expect(client.getQueryData(queryKey)).toEqual({
      currency: 'EUR',
      rows: [rows[0], { ...rows[1], unit: 'Fraud' }],
    });
    expect(client.getQueryData<{ rows: unknown[] }>(queryKey)?.rows[0]).toBe(rows[0]);
  });

  it('leaves a stage to the register as it is read anew, since the verdict depends on it', () => {
    const client = register();
    showNow(client, 'b', 'stage', 'pilot');
    expect(client.getQueryData(queryKey)).toEqual({ currency: 'EUR', rows });
  });

  it('shows another owner, and leaves a first one to the register, since a gate asks for one', () => {
    const client = register();
    showNow(client, 'a', 'businessOwner', 'Head of motor');
    showNow(client, 'b', 'businessOwner', 'Head of motor');
    expect(client.getQueryData(queryKey)).toEqual({
      currency: 'EUR',
      rows: [{ ...rows[0], businessOwner: 'Head of motor' }, rows[1]],
    });
  });

  it('makes up no register where none was read', () => {
    const client = new QueryClient();
    showNow(client, 'b', 'unit', 'Fraud');
    expect(client.getQueryData(queryKey)).toBeUndefined();
  });
});
