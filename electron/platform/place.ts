import { readdirSync, statfsSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import type { FileNotice } from '#shared/api/schemas/file.ts';
import { canonicalPath } from './open-files.ts';

/** What can be told about the place of a file without opening it. */
export interface PlaceFacts {
  readonly platform: NodeJS.Platform;
  /** The file's own path, links resolved. */
  readonly path: string;
  /** Kind of the file system by its number (`statfs`); undefined when it cannot be told. */
  readonly fileSystem: number | undefined;
  /** The same for the disk of the system itself. */
  readonly systemFileSystem: number | undefined;
  /** Names of the files in the same folder. */
  readonly siblings: readonly string[];
  /** Name of this machine, as sync services add it to the names of conflicting copies. */
  readonly machine: string;
}

/**
 * Folders that a sync service keeps alike on several machines, as they are named on a disk. Any part of the path may
 * be one: a company's OneDrive is "OneDrive - Company".
 */
const SYNC_FOLDERS: readonly (readonly [service: string, part: RegExp])[] = [
  ['OneDrive', /^(onedrive|skydrive)( - .+|-.+)?$/i],
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['iCloud Drive', /^(com~apple~clouddocs|iclouddrive|icloud drive)$/i],
  ['Google Drive', /^(google drive|googledrive(-.+)?|drivefs)$/i],
  ['Nextcloud', /^(nextcloud|owncloud)\d?$/i],
  ['Box', /^(box|box sync|box-box)$/i],
];

/** Network file systems by their number on Linux: `man 2 statfs`. */
const NETWORK_SYSTEMS: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'CIFS',
  4266872130: 'SMB2',
  1397113167: 'AFS',
  22092: 'NCP',
  16914839: '9P',
  12805120: 'Ceph',
  1937076805: 'Coda',
};
/** A drive that a program provides (sshfs, rclone, a phone): most often the network, and never a plain disk. */
const FUSE = 0x65735546;
/** FUSE disks that are local all the same: NTFS and exFAT drives of the machine are mounted below these. */
const LOCAL_MOUNTS = /^\/(media|mnt)\//;

/** The sync service in whose folder a file lies, by its name; undefined when it is in none. */
export function syncService({ platform, path }: Pick<PlaceFacts, 'platform' | 'path'>): string | undefined {
  const parts = path.split(platform === 'win32' ? /[\\/]/ : '/').slice(0, -1);
  return SYNC_FOLDERS.find(([, part]) => parts.some((each) => part.test(each)))?.[0];
}

/** The kind of network drive a file lies on, in words; undefined for a disk of this machine. */
export function networkDrive(facts: PlaceFacts): string | undefined {
  const { platform, path, fileSystem, systemFileSystem } = facts;
  if (platform === 'win32')
    return /^[\\/]{2}(?![.?][\\/])|^\\\\\?\\UNC\\/i.test(path) ? 'a network drive' : undefined;
  if (platform === 'linux') {
    const kind = fileSystem === undefined ? undefined : NETWORK_SYSTEMS[fileSystem >>> 0];
    if (kind !== undefined) return `a network drive (${kind})`;
    if (fileSystem === FUSE && !LOCAL_MOUNTS.test(path))
      return 'a drive that another program provides (FUSE)';
    return undefined;
  }
  // The numbers differ from one macOS to the next; that a volume is not of the system disk's kind is what can be told.
  if (platform === 'darwin' && path.startsWith('/Volumes/') && fileSystem !== systemFileSystem) {
    return 'a drive that is not of the kind of this machine’s own disk (a network or external drive)';
  }
  return undefined;
}

/**
 * Names of files beside this one that a sync service or a copying person made when two versions met:
 * "plan (conflicted copy ...)", "plan (1)", "plan-MACHINE".
 */
export function conflictingCopies({ path, siblings, machine }: PlaceFacts): readonly string[] {
  const ending = extname(path);
  const stem = basename(path, ending);
  return siblings.filter((name) => {
    if (!name.endsWith(ending) || !name.startsWith(stem)) return false;
    const added = name.slice(stem.length, name.length - ending.length);
    return (
      /^ ?\(.*(conflict|konflikt|en conflit|conflicto|conflitto).*\)$/i.test(added) ||
      /^[ _.-]?(sync-)?conflict/i.test(added) ||
      /^ ?\(\d{1,3}\)$/.test(added) ||
      (machine !== '' && added.toLowerCase() === `-${machine.toLowerCase()}`)
    );
  });
}

/** What the person should know about the place of the file, before two versions of it exist. */
export function placeNotices(facts: PlaceFacts): FileNotice[] {
  const notices: FileNotice[] = [];
  const service = syncService(facts);
  if (service !== undefined) {
    notices.push({
      kind: 'sync_folder',
      text: `This portfolio lies in a ${service} folder. The service copies the file whenever it likes, and if it is opened on two machines it keeps two versions of which one must be given up. Work on a copy in a folder of this machine, and put it back when you are done; never open it on two machines at once.`,
    });
  }
  const drive = networkDrive(facts);
  if (drive !== undefined) {
    notices.push({
      kind: 'network_folder',
      text: `This portfolio lies on ${drive}. Such drives do not always keep the promises about saving and locking that a disk of this machine keeps. Work on a copy on this machine, and put it back when you are done; never open it on two machines at once.`,
    });
  }
  const copies = conflictingCopies(facts);
  if (copies.length > 0) {
    const names = copies.slice(0, 3).map((name) => `“${name}”`);
    const more = copies.length > 3 ? ` and ${copies.length - 3} more` : '';
    notices.push({
      kind: 'conflicted_copy',
      text: `Beside this portfolio ${copies.length === 1 ? 'lies another version' : 'lie other versions'} of it: ${names.join(', ')}${more}. They may hold changes that are not in this one. Open each, compare it with this one, and move away what you no longer need.`,
    });
  }
  return notices;
}

/** The facts about a path of this machine. Never fails: what cannot be told is left out. */
export function placeOf(path: string): PlaceFacts {
  const real = canonicalPath(path);
  return {
    platform: process.platform,
    path: real,
    fileSystem: attempt(() => statfsSync(dirname(real)).type),
    systemFileSystem: attempt(() => statfsSync('/').type),
    siblings:
      attempt(() => readdirSync(dirname(real)).filter((name) => join(dirname(real), name) !== real)) ?? [],
    machine: hostname().split('.')[0] ?? '',
  };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
