import { Button } from '@mantine/core';
import { useState } from 'react';
import { EVIDENCE_KIND_NAMES, type Level } from '#shared/domain/gap.ts';
import type { Assessment, Evidence } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { useCall } from '../../../app/use-call.ts';
import { formatDay } from '../../../components/dates.ts';
import { WriteArea } from '../../../components/write-area.tsx';
import { AddEvidence } from './add-evidence.tsx';
import { evidenceAge } from './evidence-age.ts';
import styles from './evidence-list.module.css';
import { latestPerRater } from './gap-ratings.ts';

interface EvidenceListProps {
  readonly ratings: readonly Assessment[];
  readonly level: Level | null;
  readonly asOf: IsoDate;
}

/** Evidence of the ratings that count, newest first, fading with age; and a way to add to the latest. */
export function EvidenceList({ ratings, level, asOf }: EvidenceListProps) {
  const [isAdding, setIsAdding] = useState(false);
  const latest = latestPerRater(ratings);
  const target = latest.find((rating) => rating.level === level) ?? latest[0];
  const evidence = latest
    .flatMap((rating) => rating.evidence.map((piece) => ({ piece, rating })))
    .sort((a, b) => b.piece.datedOn.localeCompare(a.piece.datedOn));
  return (
    <div className={styles.section}>
      <header className={styles.header}>
        <h3>Evidence</h3>
        {target === undefined || isAdding ? null : (
          <WriteArea>
            <Button variant="subtle" onClick={() => setIsAdding(true)}>
              Add evidence
            </Button>
          </WriteArea>
        )}
      </header>
      {evidence.length === 0 && !isAdding ? (
        <p className={styles.none}>
          Nothing attached. A level without evidence is unknown to the gates and counts at most as ad hoc.
        </p>
      ) : null}
      <ul className={styles.list}>
        {evidence.map(({ piece, rating }) => (
          <EvidenceItem
            key={piece.id}
            evidence={piece}
            asOf={asOf}
            otherLevel={rating.level === level ? null : rating.level}
          />
        ))}
      </ul>
      {isAdding && target !== undefined ? (
        <AddEvidence assessmentId={target.id} asOf={asOf} onDone={() => setIsAdding(false)} />
      ) : null}
    </div>
  );
}

interface EvidenceItemProps {
  readonly evidence: Evidence;
  readonly asOf: IsoDate;
  /** The level its rating gave when that is not the one that counts. */
  readonly otherLevel: Level | null;
}

function EvidenceItem({ evidence, asOf, otherLevel }: EvidenceItemProps) {
  const policy = useCall('getPolicy', {}).data?.policy ?? DEFAULT_POLICY;
  const age = evidenceAge(evidence, asOf, policy);
  const percent = Math.round(age.quality * 100);
  return (
    <li className={styles.item} data-state={age.state}>
      <div className={styles.line}>
        <span className={styles.kind}>{EVIDENCE_KIND_NAMES[evidence.kind]}</span>
        <span className={styles.date}>{formatDay(evidence.datedOn)}</span>
        <span className={styles.age}>{age.text}</span>
        <span
          className={styles.quality}
          data-state={age.state}
          title={`Grade of the kind, halved every ${policy.evidenceHalfLifeMonths} months; stale below ${Math.round(policy.evidenceStaleBelow * 100)} %`}
        >
          <span aria-hidden="true" className={styles.bar}>
            <span style={{ width: `${percent}%` }} />
            <i style={{ left: `${policy.evidenceStaleBelow * 100}%` }} />
          </span>
          {age.state}, counts {percent} %
        </span>
      </div>
      {otherLevel === null ? null : <p className={styles.note}>Given with level {otherLevel}.</p>}
      {evidence.note === '' ? null : <p className={styles.note}>{evidence.note}</p>}
      {evidence.link === '' ? null : (
        <p className={styles.link}>
          <bdi>{evidence.link}</bdi>
        </p>
      )}
      {evidence.sourceQuestion === '' ? null : (
        <p className={styles.source}>Answer to: {evidence.sourceQuestion}</p>
      )}
    </li>
  );
}
