import { Fragment } from 'react';
import type { ScopeLine } from '#shared/domain/forward-model.ts';
import { type DriversById, productFactors } from './line-amount.ts';

interface ProductProps {
  readonly line: ScopeLine;
  readonly drivers: DriversById;
}

/** "1/60 × Tasks × Review share". Each factor stands for itself: a name in another script must not turn the others round. */
export function Product({ line, drivers }: ProductProps) {
  return productFactors(line, drivers).map((factor, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a place in the product; the same driver may stand twice
    <Fragment key={place}>
      {place === 0 ? null : ' × '}
      <bdi>{factor}</bdi>
    </Fragment>
  ));
}
