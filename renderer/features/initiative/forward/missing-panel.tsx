import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { countOf } from '../../../components/counts.ts';
import { Panel } from '../../../components/panel.tsx';
import { type MissingItem, missingItems } from './missing-items.ts';
import styles from './missing-panel.module.css';

/** What a person still has to enter before every rule can be told. Nothing is shown when nothing is missing. */
export function MissingPanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { forecast, rules } = missingItems(detail.decision);
  const count = forecast.length + rules.length;
  if (count === 0) return null;
  const readers = [...new Set(forecast.flatMap((item) => item.rules))];
  return (
    <Panel title="Still missing" aside={countOf(count, 'thing')}>
      <div className={styles.groups}>
        <Group
          title={
            readers.length === 0 ? 'For the forecast' : `For the forecast, which ${readers.join(', ')} read`
          }
          items={forecast}
          isRuleNamed={false}
        />
        <Group title="For other rules" items={rules} isRuleNamed />
      </div>
    </Panel>
  );
}

interface GroupProps {
  readonly title: string;
  readonly items: readonly MissingItem[];
  /** True: each thing names the rules that wait for it. */
  readonly isRuleNamed: boolean;
}

function Group({ title, items, isRuleNamed }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.code}>
            {item.text}
            {isRuleNamed && item.rules.length > 0 ? (
              <span className={styles.rules}>{item.rules.join(', ')}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
