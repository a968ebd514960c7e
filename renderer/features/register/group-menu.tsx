import { useId } from 'react';
import styles from './filter-bar.module.css';
import { FilterMenu } from './filter-menu.tsx';
import { GROUP_NAMES } from './group-register.ts';
import { collapseAll } from './register-memory.ts';
import { GROUPINGS, type GroupBy } from './register-query.ts';

/** As the button says it: short, so that choosing one does not break the bar into another line. */
const BUTTON_NAMES: Readonly<Record<GroupBy, string>> = { ...GROUP_NAMES, owner: 'Owner' };

interface GroupMenuProps {
  readonly group: GroupBy | null;
  /** Of the groups there are now. */
  readonly keys: () => readonly string[];
  readonly onGroup: (group: GroupBy | null) => void;
}

/** Puts the rows under headings, and all of them away or back. */
export function GroupMenu({ group, keys, onGroup }: GroupMenuProps) {
  const name = useId();
  return (
    <FilterMenu
      name={group === null ? 'Group' : `Group: ${BUTTON_NAMES[group]}`}
      count={0}
      isSteady
      label="Group by"
      align="right"
    >
      {(close) => (
        <>
          <ul className={styles.choices}>
            {[null, ...GROUPINGS].map((by) => (
              <li key={by ?? 'none'}>
                <label className={styles.choice}>
                  <input type="radio" name={name} checked={group === by} onChange={() => onGroup(by)} />
                  <span className={styles.choiceName}>{by === null ? 'No groups' : GROUP_NAMES[by]}</span>
                </label>
              </li>
            ))}
          </ul>
          {group === null ? null : (
            <div className={styles.actions}>
              <button
                type="button"
                className={styles.clear}
                onClick={() => {
                  collapseAll(keys());
                  close();
                }}
              >
                Close all groups
              </button>
              <button
                type="button"
                className={styles.clear}
                onClick={() => {
                  collapseAll([]);
                  close();
                }}
              >
                Open all groups
              </button>
            </div>
          )}
        </>
      )}
    </FilterMenu>
  );
}
