import { describe, expect, it } from 'vitest';
import { OpenRefusal } from '#renderer/features/start/portfolio-list.tsx';
import { markup, textOf } from '../../support/markup.tsx';

const refusal = (code: 'file_in_use' | 'file_newer') =>
  textOf(
    markup(<OpenRefusal error={{ code, message: 'Not opened.' }} isCopying={false} onCopy={() => {}} />),
  );

describe('OpenRefusal', () => {
  it('offers a copy to read of a file that another program holds, and only of that', () => {
    expect(refusal('file_in_use')).toBe('File in use Not opened. Open a copy to read');
    expect(refusal('file_newer')).toBe('File from a newer version Not opened.');
  });
});
