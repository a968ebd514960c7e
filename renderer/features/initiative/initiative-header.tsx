import { type KeyboardEvent, useRef } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { navigate } from '../../app/hash-location.ts';
import { RuleTag } from '../../components/rule-tag.tsx';
import { StageLabel } from '../../components/stage-label.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import styles from './initiative-header.module.css';
import { INITIATIVE_TABS, type InitiativeTab, TAB_NAMES, tabForKey } from './initiative-tabs.ts';
import { stageAge } from './stage-age.ts';

interface InitiativeHeaderProps {
  readonly detail: InitiativeDetail;
  readonly tab: InitiativeTab;
}

/** What stays in view on every tab: verdict, stage with its age, owners, purpose; and the tabs. */
export function InitiativeHeader({ detail, tab }: InitiativeHeaderProps) {
  const { initiative, decision } = detail;
  const age = stageAge(decision);
  return (
    <>
      <div className={styles.facts}>
        <span className={styles.verdict}>
          <VerdictChip verdict={decision.verdict} isComputing={decision.isComputing} />{' '}
          <RuleTag rule={decision.rule} />
        </span>
        <span className={styles.stage}>
          <StageLabel stage={initiative.stage} isPaused={initiative.isPaused} />
          {age === '' ? null : <span className={styles.age}>{age}</span>}
        </span>
        <Owner as="Business" name={initiative.businessOwner} />
        <Owner as="Technical" name={initiative.technicalOwner} />
        <Owner as="Finance" name={initiative.financeValidator} />
      </div>
      {initiative.purpose === '' ? null : (
        <p className={styles.purpose} title={initiative.purpose}>
          <bdi>{initiative.purpose}</bdi>
        </p>
      )}
      <Tabs id={initiative.id} tab={tab} />
    </>
  );
}

function Owner({ as, name }: { readonly as: string; readonly name: string }) {
  const isMissing = name.trim() === '';
  return (
    <span className={styles.owner} title={isMissing ? undefined : name}>
      <span className={styles.role}>{as}</span>
      {isMissing ? <span className={styles.missing}>not named</span> : <bdi>{name}</bdi>}
    </span>
  );
}

/** The tabs, each a route of its own; arrows go along them. */
function Tabs({ id, tab }: { readonly id: string; readonly tab: InitiativeTab }) {
  const list = useRef<HTMLDivElement>(null);
  const go = (next: InitiativeTab) => navigate(`/initiative/${id}/${next}`, { replace: true });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = tabForKey(tab, event.key);
    if (next === undefined) return;
    event.preventDefault();
    go(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label="Parts of the initiative"
      className={styles.tabs}
      onKeyDown={onKeyDown}
    >
      {INITIATIVE_TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={one === tab}
          aria-controls={one === tab ? `panel-${one}` : undefined}
          tabIndex={one === tab ? 0 : -1}
          className={styles.tab}
          onClick={() => go(one)}
        >
          {TAB_NAMES[one]}
        </button>
      ))}
    </div>
  );
}
