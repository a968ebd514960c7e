import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { POLICY_GROUP_NAMES, type PolicyGroup } from '#shared/policy/policy-field.ts';
import { countOf } from '../../components/counts.ts';
import { Panel } from '../../components/panel.tsx';
import { FieldRow, type FieldRowProps } from './field-row.tsx';
import { blocksOf, type FieldBlock, fieldId } from './field-rows.ts';
import styles from './policy.module.css';

type Handlers = Pick<FieldRowProps, 'isReadOnly' | 'onText' | 'onReset'>;

interface GroupPanelProps extends Handlers {
  readonly group: PolicyGroup;
  readonly textOf: (path: string) => string;
  readonly storedTextOf: (path: string) => string;
  readonly problems: ReadonlyMap<string, string>;
}

/** Long texts wait behind a button: few people reword anchors, everybody reads thresholds. */
const FOLDED: ReadonlySet<PolicyGroup> = new Set(['anchors', 'checklist']);

/** One subject of the policy as a table: value, default, reason. */
export function GroupPanel(props: GroupPanelProps) {
  const { group, textOf, storedTextOf, problems } = props;
  const [isUnfolded, setUnfolded] = useState(false);
  const blocks = blocksOf(group);
  const fields = blocks.flatMap((block) => block.fields);
  const changed = fields.filter(({ path }) => textOf(path) !== storedTextOf(path)).length;
  const isFoldable = FOLDED.has(group);
  // What is wrong is never hidden.
  const isOpen = !isFoldable || isUnfolded || fields.some(({ path }) => problems.has(path));
  const marks = changed === 0 ? '' : `${changed} changed`;
  const contentId = `policy-group-content-${group}`;
  return (
    <div id={groupId(group)} className={styles.group}>
      <Panel
        title={POLICY_GROUP_NAMES[group]}
        isPadded={false}
        aside={
          <span className={styles.aside}>
            {marks}
            {isFoldable ? (
              <Button
                size="compact-xs"
                aria-expanded={isOpen}
                aria-controls={contentId}
                onClick={() => setUnfolded(!isOpen)}
              >
                {isOpen ? 'Hide' : 'Show'} {countOf(fields.length, 'text')}
              </Button>
            ) : null}
          </span>
        }
      >
        <div id={contentId}>
          {isOpen ? (
            <>
              {isFoldable ? <p className={styles.intro}>{fields[0]?.reason}</p> : null}
              <table className={styles.table} data-texts={isFoldable || undefined}>
                <thead>
                  <tr>
                    <th scope="col" className={styles.nameCol}>
                      Field
                    </th>
                    <th scope="col" className={styles.valueCol}>
                      {isFoldable ? 'Text' : 'Value and default'}
                    </th>
                    {isFoldable ? null : <th scope="col">Why</th>}
                  </tr>
                </thead>
                {blocks.map((block) => (
                  <Block key={block.path} block={block} {...props} />
                ))}
              </table>
            </>
          ) : null}
        </div>
      </Panel>
    </div>
  );
}

/** The id a jump leads to. */
export function groupId(group: PolicyGroup): string {
  return `policy-group-${group}`;
}

function Block({
  block,
  textOf,
  storedTextOf,
  problems,
  ...handlers
}: GroupPanelProps & { block: FieldBlock }) {
  const problem = block.family === null ? undefined : problems.get(block.path);
  const problemId = problem === undefined ? undefined : `${fieldId(block.path)}-problem`;
  return (
    <tbody>
      {block.family === null ? null : (
        <tr className={styles.family}>
          <th scope="rowgroup" colSpan={3}>
            {block.family.name}
            {problem === undefined ? null : (
              <span id={problemId} role="alert" className={styles.problem}>
                {problem}
              </span>
            )}
          </th>
        </tr>
      )}
      {block.fields.map((field, index) => (
        <Fragment key={field.path}>
          <FieldRow
            field={field}
            text={textOf(field.path)}
            storedText={storedTextOf(field.path)}
            problem={problems.get(field.path)}
            familyProblemId={problemId}
            reasonRows={index === 0 && field.type !== 'text' ? block.fields.length : 0}
            isReadOnly={handlers.isReadOnly}
            onText={handlers.onText}
            onReset={handlers.onReset}
          />
        </Fragment>
      ))}
    </tbody>
  );
}
