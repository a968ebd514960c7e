import { useCall, useStatus } from '../../app/use-call.ts';
import { useWritingOff } from '../../app/use-writing-off.ts';
import { QueryView } from '../../components/query-view.tsx';
import { Screen } from '../../components/screen.tsx';
import { useDay } from '../../stores/day.ts';
import { GroupJumps } from './group-jumps.tsx';
import { PolicyForm } from './policy-form.tsx';

/** The thresholds, weights and texts the engine goes by, and what a change of them would do. */
export function PolicyScreen() {
  const status = useStatus();
  const policy = useCall('getPolicy', {}, { keepsPrevious: true });
  const version = policy.data?.policy.version;
  const isReady = status.data !== undefined && policy.data !== undefined;
  const writingOff = useWritingOff();
  const isPast = useDay((state) => state.day !== null);
  return (
    <Screen
      title="Policy"
      subtitle={version === undefined ? undefined : `Version ${version} in force`}
      toolbar={<GroupJumps isReady={isReady} />}
    >
      <QueryView query={status} what="the portfolio">
        {({ file }) => (
          <QueryView query={policy} what="the policy">
            {(data) => (
              <PolicyForm
                policy={data.policy}
                versions={data.versions}
                file={file.location}
                isReadOnly={writingOff !== null}
                isPast={isPast}
              />
            )}
          </QueryView>
        )}
      </QueryView>
    </Screen>
  );
}
