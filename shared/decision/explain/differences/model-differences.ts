import { formatMonth } from '../../../domain/calendar.ts';
import {
  type AssetUse,
  type Driver,
  SCOPE_STAGE_NAMES,
  type Scope,
  type StopTerms,
} from '../../../domain/forward-model.ts';
import { formatNumber, formatShare } from '../../../report/format.ts';
import { withFacts } from '../engine-inputs.ts';
import { isSame, isSameSet } from '../same-value.ts';
import { type Compared, type Difference, pairs, restored } from './difference.ts';

/** Drivers, scopes, stop terms and shared assets of the forward model that are not what they were. */
export function modelDifferences(compared: Compared): readonly Difference[] {
  return [
    ...driverDifferences(compared),
    ...scopeDifferences(compared),
    ...stopDifference(compared),
    ...assetDifferences(compared),
  ];
}

/**
 * Drivers that were there and still are. One that came or went did so with the lines that name it: it is told, and
 * put back, with their scope.
 */
function driverDifferences({ old, now }: Compared): readonly Difference[] {
  return pairs(old.facts.drivers, now.facts.drivers, idOf).flatMap(({ key, was, is }) => {
    if (was === undefined || is === undefined || isSame(engineView(was), engineView(is))) return [];
    return [
      {
        input: `driver:${key}`,
        name: is.name,
        was: driverText(was),
        is: driverText(is),
        withOld: () => withFacts(now, { drivers: restored(now.facts.drivers, idOf, key, was) }),
      },
    ];
  });
}

/** What the simulation reads of a driver. */
function engineView({ bound, p10, p50, p90, isVolume, loadings }: Driver): unknown {
  return { bound, p10, p50, p90, isVolume, loadings };
}

function driverText({ p10, p50, p90, unit, bound, loadings }: Driver): string {
  if (p10 === null || p50 === null || p90 === null) return 'not entered';
  const points = p10 === p90 ? formatNumber(p50) : [p10, p50, p90].map(formatNumber).join(' / ');
  const follows = loadings.map(({ factor, loading }) => `, ${formatNumber(loading)} on ${factor}`).join('');
  return `${points} ${unit}${bound === 'free' ? ', any number' : ''}${follows}`.trim();
}

function scopeDifferences({ old, now }: Compared): readonly Difference[] {
  return pairs(old.facts.scopes, now.facts.scopes, idOf).flatMap(({ key, was, is }) => {
    if (isSameScope(was, is)) return [];
    const { stage } = (is ?? was) as Scope;
    return [
      {
        input: `scope:${key}`,
        name: `Scope ${SCOPE_STAGE_NAMES[stage]}`,
        was: scopeText(was),
        is: scopeText(is),
        withOld: () =>
          withFacts(now, {
            scopes: restored(now.facts.scopes, idOf, key, was),
            drivers: pairs(old.facts.drivers, now.facts.drivers, idOf).flatMap(
              ({ was: gone, is: there }) => there ?? gone ?? [],
            ),
          }),
      },
    ];
  });
}

function isSameScope(was: Scope | undefined, is: Scope | undefined): boolean {
  if (was === undefined || is === undefined) return false;
  const terms = ({ lines: _, ...rest }: Scope): unknown => rest;
  const lines = (scope: Scope): Scope['lines'] =>
    scope.lines.map((line) => ({ ...line, name: '', sortOrder: 0 }));
  return isSame(terms(was), terms(is)) && isSameSet(lines(was), lines(is), idOf);
}

function scopeText(scope: Scope | undefined): string {
  if (scope === undefined) return 'none';
  const { basis, lines, decisionMonth, buildMonths, rampMonths } = scope;
  const months = [
    ['decided in month', decisionMonth],
    ['build', buildMonths],
    ['ramp', rampMonths],
  ] as const;
  return [
    `${lines.length} lines, ${basis === 'measured' ? 'measured' : 'planned'}`,
    ...months.flatMap(([text, value]) => (value === null ? [] : [`${text} ${value}`])),
  ].join(', ');
}

function stopDifference({ old, now }: Compared): readonly Difference[] {
  const was = old.facts.stopTerms;
  const is = now.facts.stopTerms;
  if (isSame(was, is)) return [];
  const text = (terms: StopTerms | null): string => {
    if (terms === null) return 'not entered';
    const units = (minor: number): string => formatNumber(minor / now.context.minorPerUnit);
    const { salvage, exitCost, upkeepPerMonth, upkeepMonths } = terms;
    return `salvage ${units(salvage)}, exit ${units(exitCost)}, upkeep ${units(upkeepPerMonth)} x ${upkeepMonths} months`;
  };
  return [
    {
      input: 'stopTerms',
      name: 'What stopping brings and costs',
      was: text(was),
      is: text(is),
      withOld: () => withFacts(now, { stopTerms: was }),
    },
  ];
}

function assetDifferences({ old, now }: Compared): readonly Difference[] {
  const key = (use: AssetUse): string => use.asset.id;
  return pairs(old.facts.assetUses, now.facts.assetUses, key).flatMap(({ key: id, was, is }) => {
    if (isSame(was, is)) return [];
    return [
      {
        input: `asset:${id}`,
        name: `Shared asset ${(is ?? was)?.asset.name}`,
        was: assetText(was),
        is: assetText(is),
        withOld: () => withFacts(now, { assetUses: restored(now.facts.assetUses, key, id, was) }),
      },
    ];
  });
}

function assetText(use: AssetUse | undefined): string {
  if (use === undefined) return 'not used';
  const { asset, neededFrom } = use;
  const from = `needed from ${SCOPE_STAGE_NAMES[neededFrom]}`;
  if (asset.liveOn !== null) return `${from}, live since ${asset.liveOn}`;
  const planned =
    asset.plannedLiveMonth === null ? 'not planned' : `planned ${formatMonth(asset.plannedLiveMonth)}`;
  const late =
    asset.lateProbability === null
      ? ''
      : `, ${formatShare(asset.lateProbability)} to be ${asset.monthsLate ?? 'some'} months late`;
  return `${from}, not live, ${planned}${late}`;
}

function idOf(one: { readonly id: string }): string {
  return one.id;
}
