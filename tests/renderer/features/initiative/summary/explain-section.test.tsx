import { MantineProvider } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ExplainSection } from '#renderer/features/initiative/summary/explain-section.tsx';
import { ExplainWaiting } from '#renderer/features/initiative/summary/explain-waiting.tsx';
import { flowWords } from '#renderer/features/initiative/summary/flow-panel.tsx';
import { LayerPanel, layerRemark } from '#renderer/features/initiative/summary/layer-panel.tsx';
import { byWorth } from '#renderer/features/initiative/summary/measure-panel.tsx';
import { Provenance } from '#renderer/features/initiative/summary/provenance.tsx';
import { tornadoWords } from '#renderer/features/initiative/summary/tornado-panel.tsx';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { Explanation } from '#shared/decision/explanation.ts';
import type { LayerOutcome } from '#shared/decision/result.ts';
import { firing, result, simulated, unknown } from '#tests/shared/report/example-result.ts';
import { explanation } from './example-explanation.ts';

// Charts ask for the size of the text; there is no browser here.
beforeEach(() => {
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('getComputedStyle', () => ({ fontSize: '16px' }));
  return () => vi.unstubAllGlobals();
});

type Query = UseQueryResult<Explanation, ApiError>;
const query = (over: Partial<Query>): Query =>
  ({ data: undefined, error: null, isError: false, isFetching: false, ...over }) as Query;
const detail = (over: Parameters<typeof result>[1] = {}) =>
  ({ decision: result(firing('S1'), over), currency: 'EUR' }) as InitiativeDetail;

/** The text a reader gets, tags and no-break spaces taken away. */
function text(element: ReactElement): string {
  const html = renderToStaticMarkup(createElement(MantineProvider, null, element));
  return html
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&gt;', '>')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
}
const section = (over: Partial<Query>, one = detail()) =>
  text(<ExplainSection detail={one} query={query(over)} />);

describe('ExplainSection', () => {
  it('says that it is being worked out, without the rest of the page waiting', () => {
    expect(section({ isFetching: true })).toContain('Working out what moves the value');
    expect(text(<ExplainWaiting isSimulating />)).toContain('Waits for the simulation, which is running.');
  });

  it('says that it was stopped, and offers to go on', () => {
    const stopped = section({
      isError: true,
      error: { code: 'cancelled', message: 'The explanation was not finished: another one was asked for.' },
    } as Partial<Query>);
    expect(stopped).toContain('another one was asked for');
    expect(stopped).toContain('Work it out again');
    expect(stopped).not.toContain('Working out');
    // Nothing has gone wrong: no error notice with its title.
    expect(stopped).not.toContain('Cancelled');
  });

  it('shows a failure where it was caused and keeps what it had', () => {
    const failed = {
      isError: true,
      error: { code: 'internal', message: 'Something broke.' },
    } as Partial<Query>;
    expect(section(failed)).toContain('Something broke.');
    const stale = section({ ...failed, data: explanation() } as Partial<Query>);
    expect(stale).toContain('Something broke.');
    expect(stale).toContain('What would flip it');
  });

  it('says the flip with its distance, the shares, the cheapest test, and what changed since the review', () => {
    const shown = section({ data: explanation() } as Partial<Query>);
    expect(shown).toContain('Fragile: the nearest turn is 0.4 sd away, by Success rate.');
    expect(shown).toContain('Success rate (share) at most 0.78 now 0.84');
    expect(shown).toMatch(/Kill 42 %.*Scale 58 %/);
    expect(shown).toContain(
      'worth 41 k EUR, costs 3 k EUR and 2 days: measure it , the cheapest test worth buying',
    );
    expect(shown).toContain('1 driver is worth nothing to know better now');
    expect(shown).toContain(
      'FIX (F1) then, SCALE (S1) now. 2 inputs changed, 1 of them alone turns the verdict.',
    );
    expect(shown).toContain('Data readiness level 2 level 3 with the old one: FIX (F1)');
  });

  it('without a forward model names what is missing and leads to where it is entered', () => {
    const bare = explanation({
      draws: null,
      deltaAtP50: null,
      drivers: [],
      flow: [],
      paybackBy: [],
      verdictShares: [],
    });
    const one = detail({ value: unknown('stop terms') });
    const html = renderToStaticMarkup(
      createElement(
        MantineProvider,
        null,
        <ExplainSection detail={one} query={query({ data: bare } as Partial<Query>)} />,
      ),
    );
    expect(html).toContain('There is no forward view yet');
    expect(html).toContain('stop terms');
    expect(html).toContain('href="#/initiative/i1/forward"');
    expect(html).not.toContain('Cumulative net value');
  });

  it('says that no review has kept anything yet', () => {
    expect(section({ data: explanation({ sinceReview: null }) } as Partial<Query>)).toContain(
      'No closed review has kept the inputs',
    );
  });
});

describe('byWorth()', () => {
  it('counts drivers that are worth nothing, and keeps what is missing', () => {
    const { worthAsking, worthless } = byWorth(explanation().measureNext);
    expect(worthAsking.map((one) => one.code)).toEqual(['plan', 'driver:d1']);
    expect(worthless).toBe(1);
  });
});

describe('tornadoWords()', () => {
  it('says the widest bar, how many cross 0, and what moves nothing', () => {
    expect(
      tornadoWords(explanation(), 55_600_000, 'EUR').replaceAll('\u00a0', ' ').replaceAll('\u2212', '-'),
    ).toBe(
      'Widest: Success rate, from -10 k at 0.74 to +900 k at 0.9. 1 driver crosses 0. 1 driver moves nothing.',
    );
  });
});

describe('flowWords()', () => {
  const words = (over: Partial<Explanation>) =>
    flowWords(explanation(over), 'EUR').replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
  it('says the end of the band, when the median is back, and how sure payback is', () => {
    expect(words({})).toBe(
      'By Oct 2026 the median is +20 (P10 -200, P90 +300); it is back at 0 from Oct 2026 on. What was spent since first spend is back by Oct 2026 in 41 % of draws.',
    );
  });
  it('tells never back from never below', () => {
    const point = { month: 0, atP50: 0, p10: 0, p50: -1, p90: 0 };
    expect(words({ flow: [point] })).toContain('not back at 0 within the horizon');
    expect(words({ flow: [{ ...point, p50: 0 }] })).toContain('never below 0');
  });
});

describe('LayerPanel', () => {
  const layers: readonly LayerOutcome[] = [
    { layer: 'measurement', state: 'solid', items: [{ code: 'a', text: 'measured', holds: true }] },
    { layer: 'infrastructure', state: 'missing', items: [{ code: 'b', text: 'telemetry', holds: false }] },
    { layer: 'strategy', state: 'partial', items: [{ code: 'c', text: 'in the plan', holds: null }] },
  ];

  it('names each state and reads out what each mark means', () => {
    const shown = text(<LayerPanel layers={layers} />);
    expect(shown).toContain('Measurement solid Measured : holds');
    expect(shown).toContain('Infrastructure missing Telemetry : does not hold');
    expect(shown).toContain('In the plan : cannot be told');
  });
  it('says that the pilot stays a pilot only where a layer is missing', () => {
    expect(layerRemark(layers)).toBe('skip any one and the pilot stays a pilot');
    expect(layerRemark(layers.filter((one) => one.state !== 'missing'))).toBe('1 of 3 solid');
  });
});

describe('Provenance', () => {
  it('holds everything to get the result again, the whole hash included', () => {
    const html = renderToStaticMarkup(
      <Provenance
        decision={result(firing('S1'), { simulated: simulated({ draws: 100_000, isExtended: true }) })}
        explanation={explanation()}
      />,
    );
    for (const part of ['1.0.0', '100,000, extended', 'ab'.repeat(32)]) expect(html).toContain(part);
  });
});
