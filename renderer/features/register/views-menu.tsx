import { Button, TextInput } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { useCall, useCommand } from '../../app/use-call.ts';
import { useWritingOff } from '../../app/use-writing-off.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './filter-bar.module.css';
import { FilterMenu } from './filter-menu.tsx';
import { arrangeColumns, useRegisterLayout } from './register-layout.ts';
import type { RegisterQuery } from './register-query.ts';
import { isSameView, readView, viewBody } from './saved-view.ts';

interface ViewsMenuProps {
  /** What the register shows now. */
  readonly query: () => RegisterQuery;
  readonly onQuery: (query: RegisterQuery) => void;
}

/** Saved views: how the register was left, under a name, in the file for everybody who opens it. */
export function ViewsMenu(props: ViewsMenuProps) {
  return (
    <FilterMenu name="Views" count={0} label="Saved views" align="right">
      {(close) => <ViewList {...props} onChosen={close} />}
    </FilterMenu>
  );
}

function ViewList({ query, onQuery, onChosen }: ViewsMenuProps & { readonly onChosen: () => void }) {
  const saved = useCall('listSavedViews', {});
  const save = useCommand('saveView');
  const remove = useCommand('removeView');
  const layout = useRegisterLayout((state) => state.layout);
  const writingOff = useWritingOff();
  const [name, setName] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const views = (saved.data?.views ?? []).filter((view) => view.screen === 'register');
  const now = { query: query(), layout };
  const isTaken = views.some((view) => view.name === name.trim());

  const keep = async (under: string) => {
    const result = await save.run({ screen: 'register', name: under, body: viewBody(now) });
    setError(result.ok ? null : result.error);
    if (result.ok) setName('');
  };
  const drop = async (id: string) => {
    const result = await remove.run({ id });
    setError(result.ok ? null : result.error);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void keep(name.trim());
  };

  return (
    <div className={styles.views}>
      {saved.error ? <ErrorNotice error={saved.error} /> : null}
      {error ? <ErrorNotice error={error} /> : null}
      {views.length === 0 ? (
        <p className={styles.nothing}>
          No view is saved yet. A view keeps columns, order, filters and grouping under a name.
        </p>
      ) : (
        <ul className={styles.choices}>
          {views.map((view) => {
            const kept = readView(view.body);
            const isShown = isSameView(kept, now);
            return (
              <li key={view.id} className={styles.column}>
                <button
                  type="button"
                  className={styles.view}
                  aria-current={isShown || undefined}
                  onClick={() => {
                    arrangeColumns(() => kept.layout);
                    onQuery(kept.query);
                    onChosen();
                  }}
                >
                  <span className={styles.columnName} dir="auto">
                    {view.name}
                  </span>
                </button>
                <button
                  type="button"
                  className={styles.tool}
                  aria-label={`Update ${view.name} to what is shown now`}
                  title={writingOff ?? 'Update to what is shown now'}
                  disabled={writingOff !== null || isShown || save.isRunning}
                  onClick={() => void keep(view.name)}
                >
                  <IconRefresh size="0.875rem" stroke={1.75} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className={styles.tool}
                  aria-label={`Remove ${view.name}`}
                  title={writingOff ?? 'Remove; Undo brings it back'}
                  disabled={writingOff !== null || remove.isRunning}
                  onClick={() => void drop(view.id)}
                >
                  <IconTrash size="0.875rem" stroke={1.75} aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <form className={styles.save} onSubmit={onSubmit}>
        <TextInput
          label="Save what is shown now as"
          value={name}
          maxLength={100}
          autoComplete="off"
          disabled={writingOff !== null}
          description={writingOff ?? (isTaken ? 'A view of this name is there and will be replaced.' : null)}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={writingOff !== null || name.trim() === '' || save.isRunning}>
          {isTaken ? 'Replace' : 'Save'}
        </Button>
      </form>
    </div>
  );
}
