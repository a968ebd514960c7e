import { beforeEach, describe, expect, it, vi } from 'vitest';
import { navigationCount } from '#renderer/app/hash-location.ts';
import { showFile } from '#renderer/app/show-file.ts';
import { chooseForMonth, useMonthChoice } from '#renderer/features/months/month-choice.ts';
import { startCellEdit, useCellEdit } from '#renderer/features/register/edit/cell-edit.ts';
import { toggled, useSelection } from '#renderer/features/register/edit/selection.ts';
import { setCollapsed, useRegisterMemory } from '#renderer/features/register/register-memory.ts';
import { useDay } from '#renderer/stores/day.ts';
import { useOpened } from '#renderer/stores/opened.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const location = { hash: '' };
const replaceState = (_state: unknown, _title: string, hash: string) => {
  location.hash = hash;
};

beforeEach(() => {
  location.hash = '';
  vi.stubGlobal('window', { location, dispatchEvent: () => true });
  vi.stubGlobal('history', { state: null, replaceState });
  vi.stubGlobal('HashChangeEvent', Event);
});

describe('showFile()', () => {
  it('forgets what was chosen in the file before, and the day it was looked at', () => {
    useDay.setState({ day: '2026-06-30' as IsoDate });
    chooseForMonth(['one']);
    useSelection.setState((selection) => toggled(selection, 'one'));
    startCellEdit('one', 'stage');
    setCollapsed('stage:pilot', true);
    const before = useOpened.getState().count;
    showFile();
    expect(useDay.getState().day).toBeNull();
    expect(useMonthChoice.getState().ids).toBeNull();
    expect(useSelection.getState()).toEqual({ ids: new Set(), anchor: null });
    expect(useCellEdit.getState()).toEqual({ cell: null, lastColumn: 'name' });
    expect(useRegisterMemory.getState().collapsed.size).toBe(0);
    expect(useOpened.getState().count).toBe(before + 1);
  });

  it('stays on the register, without its filters', () => {
    location.hash = '#/register?q=claims';
    showFile();
    expect(location.hash).toBe('#/register');
  });

  it('goes home from a screen about one thing of the file before', () => {
    location.hash = '#/initiative/one/value';
    const before = navigationCount();
    showFile();
    expect(location.hash).toBe('#/portfolio');
    expect(navigationCount()).toBeGreaterThan(before);
  });
});
