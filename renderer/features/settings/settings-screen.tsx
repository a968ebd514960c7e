import { Button, SegmentedControl } from '@mantine/core';
import { performCommand } from '../../app/commands.ts';
import { useStatus } from '../../app/use-call.ts';
import { formatCount } from '../../components/counts.ts';
import { QueryView } from '../../components/query-view.tsx';
import { Screen } from '../../components/screen.tsx';
import { setPreferences, type ThemeChoice, usePreferences } from '../../stores/preferences.ts';
import { fileState } from '../start/file-menu.tsx';
import { PortfolioForm } from './portfolio-form.tsx';
import styles from './settings.module.css';
import { SettingsSection } from './settings-section.tsx';

const THEMES = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Settings of the open portfolio, then those of this person on this machine. */
export function SettingsScreen() {
  const status = useStatus();
  const theme = usePreferences((state) => state.theme);
  return (
    <Screen title="Settings" subtitle={status.data?.file.name}>
      <QueryView query={status} what="the settings">
        {({ file, portfolio, appVersion, engineVersion, auditHead }) => (
          <div className={styles.sections}>
            <SettingsSection
              title="Portfolio"
              text="Kept in the file, for everyone who opens it. Changes can be undone."
            >
              {/* A new key after every outside change, so that an undo shows in the fields. */}
              <PortfolioForm
                key={JSON.stringify(portfolio)}
                portfolio={portfolio}
                isReadOnly={file.isReadOnly}
              />
            </SettingsSection>
            <SettingsSection title="Appearance" text="Kept on this machine, for you.">
              <SegmentedControl
                size="xs"
                aria-label="Theme"
                value={theme}
                data={THEMES}
                onChange={(value) => setPreferences({ theme: value as ThemeChoice })}
              />
            </SettingsSection>
            <SettingsSection
              title="File"
              text="One portfolio is one file. Copy it, mail it, put it under version control: everything is in it."
            >
              <dl className={styles.facts}>
                <dt>Name</dt>
                <dd>{file.name}</dd>
                <dt>Where</dt>
                <dd className={styles.path}>{file.location}</dd>
                <dt>State</dt>
                <dd>{fileState(file)}</dd>
              </dl>
              <div className={styles.actions}>
                <Button onClick={() => performCommand('file.new')}>New portfolio…</Button>
                <Button onClick={() => performCommand('file.open')}>Open…</Button>
                <Button onClick={() => performCommand('file.sample')}>Open the sample</Button>
              </div>
            </SettingsSection>
            <SettingsSection title="About" text="Pilotage works offline. It sends nothing anywhere.">
              <dl className={styles.facts}>
                <dt>Pilotage</dt>
                <dd>{appVersion}</dd>
                <dt>Engine</dt>
                <dd>{engineVersion}</dd>
                <dt>Audit head</dt>
                <dd className={styles.path}>
                  {auditHead.hash === '' ? (
                    'nothing recorded yet'
                  ) : (
                    <>
                      entry {formatCount(auditHead.seq)}
                      <br />
                      <span className={styles.hash}>{auditHead.hash}</span>
                    </>
                  )}
                </dd>
              </dl>
            </SettingsSection>
          </div>
        )}
      </QueryView>
    </Screen>
  );
}
