import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { useCall, useCommand, useStatus } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Screen } from '../../components/screen.tsx';
import { type Paper, setPreferences, usePreferences } from '../../stores/preferences.ts';
import { ReportDocument } from './report-document.tsx';
import styles from './report-screen.module.css';

/** The board report as it prints, and the way to a PDF. */
export function ReportScreen() {
  const status = useStatus();
  const report = useCall('getReport', {});
  const print = useCommand('printReport');
  const paper = usePreferences((state) => state.paper);
  const [error, setError] = useState<ApiError>();

  const save = async () => {
    setError(undefined);
    // A font that is still loading would print as another one.
    await document.fonts.ready;
    if (status.data?.host !== 'desktop') return window.print();
    const result = await print.run({ paper });
    if (!result.ok && result.error.code !== 'cancelled') setError(result.error);
  };

  return (
    <Screen
      title="Board report"
      isHeaderPrinted={false}
      subtitle={status.data?.portfolio.name}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label="Paper"
            value={paper}
            onChange={(value) => setPreferences({ paper: value as Paper })}
            data={['A4', 'Letter']}
          />
          <Button
            variant="filled"
            disabled={report.data === undefined}
            loading={print.isRunning}
            onClick={() => void save()}
          >
            Save as PDF
          </Button>
        </>
      }
    >
      {error ? (
        <div className="no-print">
          <ErrorNotice error={error} />
        </div>
      ) : null}
      <div className={styles.desk}>
        <QueryView query={report} what="the report">
          {(data) => <ReportDocument report={data} paper={paper} />}
        </QueryView>
      </div>
    </Screen>
  );
}
