import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import {
  type KeyboardEvent,
  useDeferredValue,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { countOf } from '../../components/counts.ts';
import { noteUsed, useRecent } from '../../stores/recent.ts';
import { COMMANDS } from '../commands.ts';
import { navigate } from '../hash-location.ts';
import { useCall, useStatus } from '../use-call.ts';
import { useWritingOff } from '../use-writing-off.ts';
import styles from './palette.module.css';
import {
  benchmarkItems,
  commandItems,
  initiativeItems,
  type PaletteItem,
  tabItems,
} from './palette-items.ts';
import { PaletteOption } from './palette-option.tsx';
import { palette } from './palette-state.ts';
import { rank } from './rank.ts';

/** More are not read; one more letter is quicker than scrolling. */
const LIMIT = 40;

/** Everything there is to find here and now, in the order of equal matches. */
function useItems(path: string): readonly PaletteItem[] {
  const status = useStatus().data;
  const writingOff = useWritingOff();
  const rows = useCall('listRegister', {}).data?.rows;
  const initiatives = useMemo(() => initiativeItems(rows ?? []), [rows]);
  return useMemo(
    () => [
      ...tabItems(path),
      ...commandItems(COMMANDS, status, writingOff),
      ...initiatives,
      ...benchmarkItems(),
    ],
    [path, status, writingOff, initiatives],
  );
}

/** The line of text and what answers it. */
export function PaletteContent({ path }: { readonly path: string }) {
  const items = useItems(path);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const used = useRecent((state) => state.used);
  const searched = useDeferredValue(query);
  const { shown, more } = useMemo(() => {
    const ranked = rank(items, searched, used, LIMIT);
    return searched.trim() === '' ? { ...ranked, shown: withoutHere(ranked.shown, path) } : ranked;
  }, [items, searched, used, path]);
  const active = Math.min(at, shown.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is scrolled when another option is active
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, shown]);

  const choose = (item: PaletteItem | undefined) => {
    if (item === undefined || item.refusal !== null) return;
    noteUsed(item.id);
    palette.close();
    const { target } = item;
    // Once the dialog is gone, so that the command finds the page as it was.
    setTimeout(() => ('href' in target ? navigate(target.href) : target.perform()));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      const isPage = Math.abs(step) > 1;
      const next = active + step;
      setAt(isPage ? Math.max(0, Math.min(shown.length - 1, next)) : (next + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // What is typed, not what was shown a moment before.
      choose(query === searched ? shown[active] : rank(items, query, used, 1).shown[0]);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      palette.close();
    }
  };

  return (
    <>
      <Spotlight.Search
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
        aria-label="Find an initiative or a command"
        placeholder="Initiative, command or screen"
        data-autofocus
        spellCheck={false}
        autoComplete="off"
        maxLength={100}
        classNames={{ input: styles.search ?? '' }}
        leftSection={<IconSearch aria-hidden="true" size="1rem" stroke={1.5} />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} ref={list} role="listbox" aria-label="What was found" className={styles.list}>
        {shown.map((item, index) => (
          <PaletteOption
            key={item.id}
            id={optionId(index)}
            item={item}
            isActive={index === active}
            onChoose={() => choose(item)}
          />
        ))}
      </div>
      <p role="status" className={styles.foot}>
        {footText(searched, shown.length, more)}
      </p>
    </>
  );
}

/** The initiative one is on is not what one is looking for. */
function withoutHere(items: readonly PaletteItem[], path: string): readonly PaletteItem[] {
  const here = path.split('/')[2];
  return here === undefined ? items : items.filter((item) => item.id !== `initiative:${here}`);
}

function footText(query: string, shown: number, more: number): string {
  if (shown === 0) return `Nothing is called “${query.trim()}”. Fewer or other letters may find it.`;
  if (more > 0)
    return `${countOf(shown + more, 'match', 'matches')}, the best ${shown} shown. Type more letters to narrow them.`;
  return countOf(shown, 'match', 'matches');
}
