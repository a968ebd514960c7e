import { useStatus } from '../../app/use-call.ts';
import { useWritingOff } from '../../app/use-writing-off.ts';
import { QueryView } from '../../components/query-view.tsx';
import { Screen } from '../../components/screen.tsx';
import { WriteArea } from '../../components/write-area.tsx';
import { useDay } from '../../stores/day.ts';
import { AppearanceSection } from './appearance-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { FileSection } from './file-section.tsx';
import { PortfolioForm } from './portfolio-form.tsx';
import styles from './settings.module.css';
import { SettingsSection } from './settings-section.tsx';

/** Settings of the open portfolio, then those of this person on this machine. */
export function SettingsScreen() {
  const status = useStatus();
  const writingOff = useWritingOff();
  const isPast = useDay((state) => state.day !== null);
  return (
    <Screen title="Settings" subtitle={status.data?.file.name}>
      <QueryView query={status} what="the settings">
        {(data) => {
          const { file, portfolio, appVersion, engineVersion } = data;
          return (
            <div className={styles.sections}>
              <SettingsSection
                title="Portfolio"
                text={
                  isPast
                    ? 'As they are today. They are kept in the file, for everyone who opens it.'
                    : 'Kept in the file, for everyone who opens it. Changes can be undone.'
                }
              >
                {/* A new key after every outside change, so that an undo shows in the fields. */}
                <WriteArea>
                  <PortfolioForm
                    key={JSON.stringify(portfolio)}
                    portfolio={portfolio}
                    isReadOnly={writingOff !== null}
                  />
                </WriteArea>
              </SettingsSection>
              <AppearanceSection />
              <FileSection status={data} />
              {/* A new key for another file: a dialog about one must not stay open over the next. */}
              <BackupsSection key={file.location} status={data} />
              <SettingsSection title="About" text="Pilotage works offline. It sends nothing anywhere.">
                <dl className={styles.facts}>
                  <dt>Pilotage</dt>
                  <dd>{appVersion}</dd>
                  <dt>Engine</dt>
                  <dd>{engineVersion}</dd>
                </dl>
              </SettingsSection>
            </div>
          );
        }}
      </QueryView>
    </Screen>
  );
}
