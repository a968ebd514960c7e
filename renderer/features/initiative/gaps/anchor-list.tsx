import { type KeyboardEvent, useRef } from 'react';
import { ANCHORS, GAP_NAMES, type Gap, LEVEL_NAMES, LEVELS, type Level } from '#shared/domain/gap.ts';
import { useCall } from '../../../app/use-call.ts';
import styles from './anchor-list.module.css';

interface AnchorListProps {
  readonly gap: Gap;
  readonly level: Level | null;
  readonly floor: Level | null;
  /** The level being recorded; null = only shown. */
  readonly draft: Level | null;
  readonly onDraft: (level: Level) => void;
}

/** The five anchors side by side, the chosen one marked; while recording they are the choice itself. */
export function AnchorList({ gap, level, floor, draft, onDraft }: AnchorListProps) {
  const list = useRef<HTMLDivElement>(null);
  const policy = useCall('getPolicy', {});
  const texts = (policy.data?.policy.anchors ?? ANCHORS)[gap];
  const isChoosing = draft !== null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (draft === null) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const typed = LEVELS.find((one) => String(one) === event.key);
    const next = typed ?? (step === undefined ? undefined : LEVELS.find((one) => one === draft + step));
    if (next === undefined) return;
    event.preventDefault();
    onDraft(next);
    list.current?.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
  };

  const anchors = LEVELS.map((one) => {
    const marked = isChoosing ? one === draft : one === level;
    const content = (
      <>
        <span className={styles.head}>
          <span className={styles.number}>{one}</span>
          <span className={styles.name}>{LEVEL_NAMES[one]}</span>
          {one === floor ? <span className={styles.floor}>floor</span> : null}
          {one === level ? <span className={styles.now}>now</span> : null}
        </span>
        <span className={styles.text}>{texts[one]}</span>
      </>
    );
    if (!isChoosing) {
      return (
        <li
          key={one}
          className={styles.anchor}
          data-marked={marked || undefined}
          aria-current={marked || undefined}
        >
          {content}
        </li>
      );
    }
    return (
      // biome-ignore lint/a11y/useSemanticElements: the whole anchor text is the choice; a dot beside it is a small target
      <button
        key={one}
        type="button"
        role="radio"
        aria-checked={marked}
        tabIndex={marked ? 0 : -1}
        data-marked={marked || undefined}
        className={styles.anchor}
        onClick={() => onDraft(one)}
      >
        {content}
      </button>
    );
  });

  if (!isChoosing) return <ol className={styles.list}>{anchors}</ol>;
  return (
    <div
      ref={list}
      role="radiogroup"
      aria-label={`Level of ${GAP_NAMES[gap]}`}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      {anchors}
    </div>
  );
}
