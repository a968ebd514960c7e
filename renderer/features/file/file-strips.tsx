import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { FileNotice } from '#shared/api/schemas/file.ts';
import type { Status } from '#shared/api/schemas/views.ts';
import { useStatus } from '../../app/use-call.ts';
import { countOf } from '../../components/counts.ts';
import { formatMoment } from '../../components/dates.ts';
import { Strip } from '../../components/strip.tsx';
import { CHECK_HREF, leadsToCheck, NOTICE_WORDS, readOnlyReason, SHOWN_MEANWHILE } from './file-words.ts';
import {
  dismissNotices,
  expandNotices,
  type NoticeMemory,
  noticeKey,
  noticesToShow,
  useNoticeMemory,
} from './notice-memory.ts';

/** What to know about the open file, under the header of every screen: damage, read-only, notices. */
export function FileStrips() {
  const file = useStatus().data?.file;
  const memory = useNoticeMemory();
  const [path] = useLocation();
  if (!file) return null;
  return (
    <>
      {file.damage && path !== '/recovery' ? <DamageStrip damage={file.damage} /> : null}
      {file.damage ? null : <ReadOnlyStrip file={file} />}
      <NoticeStrips file={file} memory={memory} />
    </>
  );
}

function DamageStrip({ damage }: { readonly damage: NonNullable<Status['file']['damage']> }) {
  return (
    <Strip
      tone="bad"
      title="This portfolio is damaged."
      isPrinted
      actions={
        <Button component="a" href="#/recovery">
          Ways out
        </Button>
      }
    >
      You see {SHOWN_MEANWHILE[damage.shows]}. Nothing can be changed.
    </Strip>
  );
}

function ReadOnlyStrip({ file }: { readonly file: Status['file'] }) {
  const reason = readOnlyReason(file);
  if (reason === null) return null;
  const title =
    file.copiedAt === null ? 'Read-only.' : `Copy as of ${formatMoment(file.copiedAt)}, read-only.`;
  return (
    <Strip title={title} isPrinted={file.copiedAt !== null}>
      {file.copiedAt === null
        ? reason
        : 'Another program holds the file. Close it there, then open it here to work on it.'}
    </Strip>
  );
}

interface NoticeStripsProps {
  readonly file: Pick<Status['file'], 'location' | 'notices'>;
  readonly memory: NoticeMemory;
}

/** The notices of a file that were not put away: one as itself, several counted until they are asked for. */
export function NoticeStrips({ file, memory: { dismissed, isExpanded } }: NoticeStripsProps) {
  const place = file.location;
  const notices = noticesToShow(place, file.notices, dismissed);
  const [first] = notices;
  if (first === undefined) return null;
  if (notices.length === 1) return <NoticeStrip notice={first} place={place} />;
  return (
    <>
      <NoticeCount notices={notices} place={place} isExpanded={isExpanded} />
      {isExpanded
        ? notices.map((notice) => (
            <NoticeStrip key={noticeKey(place, notice)} notice={notice} place={place} />
          ))
        : null}
    </>
  );
}

interface NoticeStripProps {
  readonly notice: FileNotice;
  readonly place: string;
}

function NoticeStrip({ notice, place }: NoticeStripProps) {
  const { title, tone } = NOTICE_WORDS[notice.kind];
  return (
    <Strip
      tone={tone}
      title={title}
      actions={
        <>
          {leadsToCheck(notice) ? (
            <Button component="a" href={CHECK_HREF}>
              Go to the check
            </Button>
          ) : null}
          <Button variant="subtle" onClick={() => dismissNotices([noticeKey(place, notice)])}>
            Dismiss<span className="visually-hidden"> “{title}”</span>
          </Button>
        </>
      }
    >
      {notice.text}
    </Strip>
  );
}

interface NoticeCountProps {
  readonly notices: readonly FileNotice[];
  readonly place: string;
  readonly isExpanded: boolean;
}

/** Several notices as one line: what they are about, and the way to read them. */
function NoticeCount({ notices, place, isExpanded }: NoticeCountProps) {
  const [first] = notices;
  const titles = notices.map(({ kind }) => NOTICE_WORDS[kind].title.replace(/\.$/, ''));
  return (
    <Strip
      tone={first === undefined || isExpanded ? 'plain' : NOTICE_WORDS[first.kind].tone}
      title={`${countOf(notices.length, 'thing')} to know about this file${isExpanded ? '' : ':'}`}
      actions={
        <>
          <Button variant="subtle" aria-expanded={isExpanded} onClick={() => expandNotices(!isExpanded)}>
            {isExpanded ? 'Show less' : 'Show'}
          </Button>
          <Button
            variant="subtle"
            onClick={() => dismissNotices(notices.map((one) => noticeKey(place, one)))}
          >
            Dismiss all
          </Button>
        </>
      }
    >
      {isExpanded ? null : `${inSentence(titles)}.`}
    </Strip>
  );
}

/** "In a synced folder, upgraded": titles in a row, only the first with its capital. */
function inSentence(titles: readonly string[]): string {
  return titles
    .map((title, index) => (index === 0 ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`))
    .join(', ');
}
