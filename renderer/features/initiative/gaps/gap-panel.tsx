import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { GAP_NAMES, type Gap, LEVEL_NAMES, type Level } from '#shared/domain/gap.ts';
import { formatNumber } from '#shared/report/format.ts';
import { Panel } from '../../../components/panel.tsx';
import { WriteArea } from '../../../components/write-area.tsx';
import { AnchorList } from './anchor-list.tsx';
import { EvidenceList } from './evidence-list.tsx';
import styles from './gap-panel.module.css';
import { latestPerRater, raterSpread, ratingsOf } from './gap-ratings.ts';
import { raterWords } from './level-series.ts';
import { RatingForm } from './rating-form.tsx';
import { RatingHistory } from './rating-history.tsx';

interface GapPanelProps {
  readonly gap: Gap;
  readonly detail: InitiativeDetail;
}

/** One gap: anchors with the chosen one marked, the evidence behind it, who rated what when, and recording anew. */
export function GapPanel({ gap, detail }: GapPanelProps) {
  const [draftLevel, setDraftLevel] = useState<Level | null>(null);
  const score = detail.decision.gaps.find((one) => one.gap === gap);
  const level = score?.level ?? null;
  const floor = score?.floor ?? null;
  const ratings = ratingsOf(detail.assessments, gap);
  const latest = latestPerRater(ratings);
  const spread = raterSpread(latest);
  const difference = raterWords(latest);

  return (
    <Panel
      title={GAP_NAMES[gap]}
      place={`gap:${gap}`}
      isPadded={false}
      aside={
        <span className={styles.aside}>
          <Standing
            level={level}
            floor={floor}
            effective={score?.effective ?? null}
            isStale={score?.isStale ?? false}
          />
          {draftLevel === null ? (
            <WriteArea>
              <Button onClick={() => setDraftLevel(level ?? 0)}>Record a level</Button>
            </WriteArea>
          ) : null}
        </span>
      }
    >
      <AnchorList gap={gap} level={level} floor={floor} draft={draftLevel} onDraft={setDraftLevel} />
      {draftLevel === null ? null : (
        <RatingForm
          gap={gap}
          level={draftLevel}
          initiativeId={detail.initiative.id}
          asOf={detail.asOf}
          onDone={() => setDraftLevel(null)}
        />
      )}
      {difference === '' ? null : (
        <p className={styles.spread} data-wide={spread >= 2 || undefined}>
          {difference}.
          {spread >= 2 ? ' Talk it over before the review; the lower median counts until then.' : ''}
        </p>
      )}
      {ratings.length === 0 ? null : (
        <div className={styles.below} data-fix={`evidence:${gap}`}>
          <EvidenceList ratings={ratings} level={level} asOf={detail.asOf} />
          <RatingHistory gap={gap} ratings={ratings} floor={floor} asOf={detail.asOf} />
        </div>
      )}
    </Panel>
  );
}

interface StandingProps {
  readonly level: Level | null;
  readonly floor: Level | null;
  readonly effective: number | null;
  readonly isStale: boolean;
}

/** Where the gap stands in a few words: level, what is left of it after age, and the floor of the stage. */
function Standing({ level, floor, effective, isStale }: StandingProps) {
  if (level === null) {
    return <span>not assessed{floor === null ? '' : `, this stage needs ${floor}`}</span>;
  }
  const isBelow = floor !== null && level < floor;
  const counts = effective === null ? '' : `, counts as ${formatNumber(Math.round(effective * 10) / 10)}`;
  return (
    <span>
      <strong className={styles.level}>
        Level {level} {LEVEL_NAMES[level]}
      </strong>
      {counts}
      {floor === null ? null : (
        <span className={isBelow ? styles.below_floor : undefined}>, this stage needs {floor}</span>
      )}
      {isStale ? <span className={styles.stale}>, evidence too old or missing</span> : null}
    </span>
  );
}
